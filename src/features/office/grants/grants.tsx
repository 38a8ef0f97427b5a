import { useState } from 'react'
import type { DeskMe } from '#contract/office/desk'
import { today as dayNow } from '../../../services/wire/clock'
import { useOfficeGrants } from '../../../services/desk/office-grants'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Press } from '../../../ui/desk/press'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { AskGrant } from './ask-grant'
import { Emergencies } from './emergencies'
import type { StateFilter } from './grant-words'
import { filterOf, stateFilters } from './grant-words'
import { GrantsTable } from './grants-table'
import './grants.scss'

/** 授权: who may look at what, until when; asked for by one person and decided by another. */
export function Grants({ me }: { me: DeskMe }) {
  const query = useOfficeGrants()
  const [filter, setFilter] = useState<StateFilter>('all')
  const [asking, setAsking] = useState<'no' | 'yes' | 'asked'>('no')
  const today = dayNow()
  const ready = me.agencyReady.head && me.agencyReady.dataOfficer
  return (
    <>
      <div className="room-top">
        <Heading level={1}>授权</Heading>
        {asking !== 'yes' && (
          <Press id="grant-ask-open" kind="main" onPress={() => setAsking('yes')}>
            申请授权
          </Press>
        )}
      </div>
      {!ready && (
        <Notice
          id="agency-missing"
          kind="needs-you"
        >{`${me.agency}的一把手和管理专员还没有都签责任书。签齐以前，给本单位的授权批不下来。`}</Notice>
      )}
      <WhenReady query={query} words="正在取授权…">
        {({ grants, choices }) => {
          const shown = grants.filter((grant) => filter === 'all' || filterOf(grant, today) === filter)
          return (
            <>
              {asking === 'yes' && (
                <AskGrant choices={choices} today={today} onAsked={() => setAsking('asked')} onClose={() => setAsking('no')} />
              )}
              {asking === 'asked' && <Notice id="grant-asked">申请交上去了。要由另一个人同意才能用，结果看下面的表。</Notice>}
              <Emergencies grants={grants.filter(({ can }) => can.acknowledge)} />
              <PickTabs name="按状态看" tabs={stateFilters} open={filter} onOpen={setFilter} />
              {shown.length === 0 ? (
                <Empty>
                  {filter === 'all'
                    ? '还没有授权。要查农户的信息，先点“申请授权”，另一个人同意以后才能查。'
                    : '没有这种状态的授权。点“全部”看其他的。'}
                </Empty>
              ) : (
                <GrantsTable grants={shown} today={today} />
              )}
            </>
          )
        }}
      </WhenReady>
    </>
  )
}

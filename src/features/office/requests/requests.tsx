import type { ReactNode } from 'react'
import { useState } from 'react'
import type { HouseholdFile } from '#contract/household/actions'
import type { Day } from '#domain/time/dates'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { RequestCard } from './request-card'
import { useRequests } from './use-requests'
import './requests.scss'

const tabs = [
  { id: 'open', label: '等答复' },
  { id: 'answered', label: '已答复' },
] as const
type Tab = (typeof tabs)[number]['id']

/** 办理: what farmers say is wrong, and who they say should not have looked; what is due first, first. `draw` shows a household's file. */
export function Requests({ today, draw }: { today: Day; draw: (file: HouseholdFile) => ReactNode }) {
  const [tab, setTab] = useState<Tab>('open')
  const query = useRequests(tab === 'open')
  return (
    <>
      <div className="room-top">
        <Heading level={1}>办理</Heading>
      </div>
      <PickTabs name="哪些" tabs={tabs} open={tab} onOpen={setTab} />
      <WhenReady query={query} words="正在取…">
        {({ requests }) =>
          requests.length === 0 ? (
            <Empty>
              {tab === 'open'
                ? '没有等答复的。农户要求更正信息、说谁不该查、说钱没收到，会到这里，请写清楚查了什么、改没改。'
                : '还没有答复过的。答复以后，这里能看到写了什么。'}
            </Empty>
          ) : (
            <>
              {requests.map((request) => (
                <RequestCard key={request.id} request={request} today={today} draw={draw} />
              ))}
            </>
          )
        }
      </WhenReady>
    </>
  )
}

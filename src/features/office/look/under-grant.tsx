import { useState } from 'react'
import type { GrantRow } from '#contract/office/granting'
import type { OfficerFile } from '#contract/supervision/actions'
import type { Day } from '#domain/time/dates'
import type { Category } from '#domain/register/register'
import { sayTrouble } from '../../../services/desk/office-call'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { FindByNumber } from './find-by-number'
import { GrantLines } from './grant-lines'
import { HouseholdList } from './household-list'
import { useOpenFile } from './use-look'
import { WaitingSources } from './waiting-sources'

const ways = [
  { id: 'number', label: '按身份证号找' },
  { id: 'list', label: '看名单' },
  { id: 'waiting', label: '等我同意的' },
] as const
type Way = (typeof ways)[number]['id']

interface Props {
  grant: GrantRow
  /** By which a list can be narrowed. */
  categories: readonly { id: Category; name: string }[]
  today: Day
  onOpen: (file: OfficerFile) => void
  onChange: () => void
}

/** What can be done under the grant that was chosen. Reading a list is a look of its own: it is not read before somebody asks for it. */
export function UnderGrant({ grant, categories, today, onOpen, onChange }: Props) {
  const [way, setWay] = useState<Way>('number')
  const [category, setCategory] = useState<Category>('all')
  const [turned, setTurned] = useState<string[]>([])
  const open = useOpenFile(onOpen)
  const kinds = [{ id: 'all', label: '全部类别' }, ...categories.map(({ id, name }) => ({ id, label: name }))]
  const of = { grantId: grant.id, ...(category !== 'all' && { category }) }
  const trouble = sayTrouble(open.error)
  // What went wrong another way says nothing of this one.
  const openWay = (next: Way) => {
    open.reset()
    setWay(next)
  }
  return (
    <>
      <section className="sheet chosen-grant" aria-label="授权">
        <div className="room-top">
          <Heading level={2}>{grant.purposeLabel}</Heading>
          <Press id="look-change-grant" kind="quiet" onPress={onChange}>
            换一项授权
          </Press>
        </div>
        <GrantLines grant={grant} today={today} />
      </section>
      <PickTabs name="怎么查" tabs={ways} open={way} onOpen={openWay} />
      {way === 'number' && (
        <section className="sheet sheet--narrow">
          <FindByNumber busy={open.isPending} error={open.error} onFind={(idNumber) => open.mutate({ grantId: grant.id, idNumber })} />
        </section>
      )}
      {way === 'list' && grant.parts.includes('policies') && (
        <div className="filters">
          <SelectBox
            id="look-category"
            label="类别"
            options={kinds}
            value={category}
            onChange={(kind) => {
              setCategory(kind)
              setTurned([])
            }}
          />
        </div>
      )}
      {way === 'waiting' && (
        <WaitingSources
          grantId={grant.id}
          today={today}
          opening={open.isPending ? open.variables.householdId : undefined}
          onOpen={(householdId) => open.mutate({ grantId: grant.id, householdId })}
        />
      )}
      {(way === 'list' || way === 'waiting') && trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
      {way === 'list' && (
        <HouseholdList
          of={of}
          parts={grant.parts}
          turned={turned}
          onTurn={setTurned}
          opening={open.isPending ? open.variables.householdId : undefined}
          onOpen={(householdId) => open.mutate({ grantId: grant.id, householdId })}
        />
      )}
    </>
  )
}

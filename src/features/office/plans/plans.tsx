import type { PlanListView } from '#contract/supervision/plans'
import type { Day } from '#domain/time/dates'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Press } from '../../../ui/desk/press'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { noFilters, PlanList, type Filters } from './plan-list'
import { PlanPage } from './plan-page'
import { usePlan } from './use-plans'
import './plans.scss'

const views: { id: PlanListView; label: string }[] = [
  { id: 'waiting', label: '等审批' },
  { id: 'late', label: '有措施过期' },
  { id: 'standing', label: '在办' },
  { id: 'all', label: '全部' },
]

/** 一户一策: the plans of a town's households, or those of which one's agency does a measure. */
export function Plans({ today }: { today: Day }) {
  const [view, setView] = useKept<PlanListView>('plans view', 'waiting')
  const [filters, setFilters] = useKept<Filters>('plans filters', noFilters)
  const [opened, setOpened] = useKept('plan opened', '')
  return (
    <>
      <div className="room-top">
        <Heading level={1}>一户一策</Heading>
        {opened !== '' && (
          <Press id="plan-back" onPress={() => setOpened(() => '')}>
            回到列表
          </Press>
        )}
      </div>
      {opened !== '' ? (
        <Opened key={opened} id={opened} today={today} />
      ) : (
        <>
          <PickTabs name="哪些" tabs={views} open={view} onOpen={(id) => setView(() => id)} />
          <PlanList
            view={view}
            filters={filters}
            today={today}
            onFilters={(next) => setFilters(() => next)}
            onOpen={(id) => setOpened(() => id)}
          />
        </>
      )}
    </>
  )
}

function Opened({ id, today }: { id: string; today: Day }) {
  return (
    <WhenReady query={usePlan(id)} words="正在打开…">
      {(view) => <PlanPage view={view} today={today} />}
    </WhenReady>
  )
}

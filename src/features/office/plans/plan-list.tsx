import type { PlanListView, PlanRow } from '#contract/supervision/plans'
import { sayDay, type Day } from '#domain/time/dates'
import { planStateNames } from '#domain/work/plans'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { WhenReady } from '../../../ui/read/when-ready'
import { usePlans } from './use-plans'

/** Which of a view; '' is all. */
export interface Filters {
  town: string
  cause: string
}
export const noFilters: Filters = { town: '', cause: '' }

const empty: Record<PlanListView, string> = {
  waiting: '现在没有等审批的。网格员、帮扶干部、家庭医生在手机上写好的会到这里。',
  late: '没有措施过了日子的。',
  standing: '还没有定下的帮扶计划。',
  all: '还没有一户写了帮扶计划。由网格员、帮扶干部、家庭医生在手机上写。',
}

interface Props {
  view: PlanListView
  filters: Filters
  today: Day
  onFilters: (filters: Filters) => void
  onOpen: (householdId: string) => void
}

/** One view of the list. */
export function PlanList({ view, filters, today, onFilters, onOpen }: Props) {
  const chosen = { ...(filters.town !== '' && { town: filters.town }), ...(filters.cause !== '' && { cause: filters.cause }) }
  const query = usePlans({ view, ...chosen })
  return (
    <WhenReady query={query} words="正在取计划…">
      {({ rows, total, towns, causes }) => (
        <>
          <div className="filters">
            {towns.length > 1 && (
              <SelectBox
                id="plans-town"
                label="乡镇"
                options={[{ id: '', label: '全部' }, ...towns.map(({ id, name }) => ({ id, label: name }))]}
                value={filters.town}
                onChange={(town) => onFilters({ ...filters, town })}
              />
            )}
            <SelectBox
              id="plans-cause"
              label="难在哪里"
              options={[{ id: '', label: '全部' }, ...causes.map(({ id, name }) => ({ id, label: name }))]}
              value={filters.cause}
              onChange={(cause) => onFilters({ ...filters, cause })}
            />
          </div>
          {rows.length === 0 ? (
            <Empty>{Object.keys(chosen).length > 0 ? '这样筛下来一户也没有。把上面的筛选放宽再看。' : empty[view]}</Empty>
          ) : (
            <>
              <p className="table__note">{`共 ${total.toLocaleString('zh-CN')} 户`}</p>
              <Table
                id="plans-table"
                name="帮扶计划"
                columns={columns(today, onOpen)}
                rows={rows}
                keyOf={({ householdId }) => householdId}
                warm={({ late }) => late}
              />
            </>
          )}
          {query.hasNextPage && (
            <Press id="plans-more" busy={query.isFetchingNextPage && '正在取…'} onPress={() => void query.fetchNextPage()}>
              再看 50 户
            </Press>
          )}
        </>
      )}
    </WhenReady>
  )
}

const columns = (today: Day, onOpen: (householdId: string) => void): Column<PlanRow>[] => [
  {
    id: 'who',
    title: '户',
    cell: ({ who, place }) => (
      <>
        <strong>{who}</strong>
        <div className="table__note">{place}</div>
      </>
    ),
  },
  {
    id: 'state',
    title: '到哪一步',
    cell: ({ state }) => (
      <State kind={state === 'standing' ? 'done' : state === 'back' ? 'waiting' : 'needs-you'} words={planStateNames[state]} />
    ),
  },
  { id: 'causes', title: '难在哪里', cell: ({ causes }) => causes.join('、') },
  { id: 'open', title: '在办的措施', numeric: true, cell: ({ open }) => open },
  { id: 'done', title: '做成的', numeric: true, cell: ({ done }) => done },
  {
    id: 'until',
    title: '最近的日子',
    cell: ({ nextUntil, late }) => (nextUntil === undefined ? '' : `${sayDay(nextUntil, today)}${late ? '，过了' : ''}`),
  },
  {
    id: 'do',
    title: '办理',
    cell: ({ householdId, who }) => (
      <Press id={`plan-open-${householdId}`} name={`打开${who}`} onPress={() => onOpen(householdId)}>
        打开
      </Press>
    ),
  },
]

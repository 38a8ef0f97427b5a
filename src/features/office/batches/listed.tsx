import type { BatchRow, BatchView } from '#contract/office/batches'
import { yuan } from '#domain/money/money'
import { batchStateNames, isOpenBatch } from '#domain/work/batches'
import type { Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { WhenReady } from '../../../ui/read/when-ready'
import type { Filters } from './batch-filters'
import { BatchFilters } from './batch-filters'
import { kindOfBatch } from './batch-words'
import { useBatches } from './use-batches'

const empty: Record<BatchView, string> = {
  waiting: '现在没有轮到您的批次。要您复核、要您定的会到这里；正在办的在“没办完的”里看。',
  open: '现在没有在办的批次。部门的发放计划导入以后，在这里按“编一批”；也可以按应发的钱编。',
  ended: '还没有办完的批次。办结的、作废的都留在这里。',
}

interface Props {
  view: BatchView
  filters: Filters
  today: Day
  onFilters: (filters: Filters) => void
  onOpen: (id: string) => void
  onNew: () => void
}

/** One view of the list, the newest month first. */
export function Listed({ view, filters, today, onFilters, onOpen, onNew }: Props) {
  const { month, agency, state } = filters
  const chosen = {
    ...(month !== '' && { month }),
    ...(agency !== '' && { agency }),
    ...(state !== '' && view !== 'waiting' && isOpenBatch(state) === (view === 'open') && { state }),
  }
  const query = useBatches({ view, ...chosen })
  return (
    <WhenReady query={query} words="正在取批次…">
      {({ rows, total, agencies }) => (
        <>
          <BatchFilters view={view} agencies={agencies} filters={filters} today={today} onChange={onFilters}>
            {agencies.some(({ pays }) => pays) && (
              <div className="batches__new">
                <Press id="batch-new" kind="main" onPress={onNew}>
                  编一批
                </Press>
              </div>
            )}
          </BatchFilters>
          {rows.length === 0 ? (
            <Empty>{Object.keys(chosen).length > 0 ? '这样筛下来一批也没有。把上面的筛选放宽再看。' : empty[view]}</Empty>
          ) : (
            <Table
              id="batches-table"
              name="批次"
              columns={columns(onOpen)}
              rows={rows}
              keyOf={({ id }) => id}
              warm={({ undecided, state: at }) => undecided > 0 && isOpenBatch(at)}
            />
          )}
          {query.hasNextPage && (
            <Press id="batches-more" busy={query.isFetchingNextPage && '正在取…'} onPress={() => void query.fetchNextPage()}>
              {`再看一些（一共 ${total} 批）`}
            </Press>
          )}
        </>
      )}
    </WhenReady>
  )
}

const Whole = ({ children }: { children: string }) => <span className="table__whole">{children}</span>

const columns = (onOpen: (id: string) => void): Column<BatchRow>[] => [
  {
    id: 'name',
    title: '批次',
    cell: ({ name }) => <strong className="table__whole">{name}</strong>,
  },
  { id: 'lines', title: '行', numeric: true, cell: ({ totals }) => <Whole>{totals.lines.toLocaleString('zh-CN')}</Whole> },
  { id: 'money', title: '金额（元）', numeric: true, cell: ({ totals }) => <Whole>{yuan(totals.fen)}</Whole> },
  { id: 'state', title: '到哪一步', cell: ({ state }) => <State kind={kindOfBatch(state)} words={batchStateNames[state]} /> },
  {
    id: 'next',
    title: '下一步',
    cell: ({ next, daysHeld }) => (
      <>
        {next}
        {daysHeld !== undefined && <div className="table__note">{`钱到县里 ${daysHeld} 天了`}</div>}
      </>
    ),
  },
  {
    id: 'do',
    title: '办理',
    cell: ({ id, name }) => (
      <Press id={`batch-open-${id}`} name={`打开${name}`} onPress={() => onOpen(id)}>
        打开
      </Press>
    ),
  },
]

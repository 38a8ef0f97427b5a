import type { CaseRow, CaseView } from '#contract/office/cases'
import { caseKindNames, caseSourceNames } from '#domain/work/cases'
import type { Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { WhenReady } from '../../../ui/read/when-ready'
import type { Filters } from './case-filters'
import { CaseFilters } from './case-filters'
import { sayDue, stateOf } from './case-words'
import { useCases } from './use-cases'

const empty: Record<CaseView, string> = {
  waiting: '现在没有轮到本单位办的。申请、线索和下一步该办的会到这里，最先到期的在最前面。',
  open: '现在没有在办的。',
  late: '没有过期的。',
  ended: '还没有一件办到头。办结、不予办理、撤回的都留在这里。',
}

interface Props {
  view: CaseView
  filters: Filters
  today: Day
  onFilters: (filters: Filters) => void
  onOpen: (id: string) => void
  onNew: () => void
}

/** One view of the list, by what is due first. */
export function Listed({ view, filters, today, onFilters, onOpen, onNew }: Props) {
  const chosen = { ...(filters.kind !== '' && { kind: filters.kind }), ...(filters.town !== '' && { town: filters.town }) }
  const query = useCases({ view, ...chosen })
  return (
    <WhenReady query={query} words="正在取办件…">
      {({ rows, total, towns, areas }) => (
        <>
          <CaseFilters towns={towns} filters={filters} onChange={onFilters}>
            {areas.length > 0 && (
              <div className="cases__new">
                <Press id="case-new" kind="main" onPress={onNew}>
                  新开一件
                </Press>
              </div>
            )}
          </CaseFilters>
          {rows.length === 0 ? (
            <Empty>{Object.keys(chosen).length > 0 ? '这样筛下来一件也没有。把上面的筛选放宽再看。' : empty[view]}</Empty>
          ) : (
            <Table
              id="cases-table"
              name="办件"
              columns={columns(today, onOpen)}
              rows={rows}
              keyOf={({ id }) => id}
              warm={({ late }) => late}
            />
          )}
          {query.hasNextPage && (
            <Press id="cases-more" busy={query.isFetchingNextPage && '正在取…'} onPress={() => void query.fetchNextPage()}>
              {`再看一些（一共 ${total} 件）`}
            </Press>
          )}
        </>
      )}
    </WhenReady>
  )
}

const columns = (today: Day, onOpen: (id: string) => void): Column<CaseRow>[] => [
  {
    id: 'who',
    title: '谁',
    cell: ({ who, people, place }) => (
      <>
        <strong>{`${who}，${people} 人`}</strong>
        <div className="table__note">{place}</div>
      </>
    ),
  },
  {
    id: 'kind',
    title: '办什么',
    cell: ({ kind, category, source }) => (
      <>
        {caseKindNames[kind]}
        <div className="table__note">{[category, caseSourceNames[source]].filter(Boolean).join('，')}</div>
      </>
    ),
  },
  { id: 'state', title: '到哪一步', cell: (row) => <State {...stateOf(row)} /> },
  {
    id: 'next',
    title: '下一步',
    cell: (row) => (
      <>
        {row.next}
        <div className="table__note">{sayDue(row, today)}</div>
      </>
    ),
  },
  {
    id: 'do',
    title: '办理',
    cell: ({ id, who, kind }) => (
      <Press id={`case-open-${id}`} name={`打开${who}的${caseKindNames[kind]}`} onPress={() => onOpen(id)}>
        打开
      </Press>
    ),
  },
]

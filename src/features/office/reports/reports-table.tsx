import type { ReportRow } from '#contract/supervision/reports'
import type { Day } from '#domain/time/dates'
import { daysBetween, sayDay } from '#domain/time/dates'
import { reportOutcomeNames } from '#domain/work/reports'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { categoryName, inOrder, shortNumber, stateOf } from './report-words'

interface Props {
  rows: readonly ReportRow[]
  open: boolean
  today: Day
  /** Whether any key is open. */ readable: boolean
  onOpen: (id: string) => void
}

/** What came to the office, by day and state: all that can be seen of it without a key. */
export function ReportsTable({ rows, open, today, readable, onOpen }: Props) {
  const day = (on: Day | undefined) => (on === undefined ? '' : sayDay(on, today))
  const always: Column<ReportRow>[] = [
    {
      id: 'received',
      title: '收到',
      cell: ({ id, receivedOn }) => (
        <>
          {day(receivedOn)}
          <div className="table__note">{`编号 ${shortNumber(id)}`}</div>
        </>
      ),
    },
    {
      id: 'state',
      title: '状态',
      cell: (row) => (
        <>
          <State {...stateOf(row)} />
          {row.caseNo !== undefined && <div className="table__note">{`案件编号 ${row.caseNo}`}</div>}
        </>
      ),
    },
    { id: 'category', title: '类别', cell: ({ category }) => (category === undefined ? '打开后定' : categoryName(category)) },
  ]
  const due: Column<ReportRow> = {
    id: 'due',
    title: '期限',
    cell: ({ dueOn, late }) => (
      <>
        {day(dueOn)}
        {late && dueOn !== undefined && <div>{`过了 ${daysBetween(dueOn, today)} 天`}</div>}
      </>
    ),
  }
  const unanswered: Column<ReportRow> = {
    id: 'unanswered',
    title: '没答复的来信',
    numeric: true,
    cell: ({ unanswered: count }) => (count === 0 ? '没有' : `${count} 封`),
  }
  const ended: Column<ReportRow>[] = [
    {
      id: 'outcome',
      title: '结果',
      cell: ({ outcome, closedOn }) =>
        outcome ? (
          <>
            {reportOutcomeNames[outcome]}
            <div className="table__note">{`${day(closedOn)}办结`}</div>
          </>
        ) : (
          '不答复'
        ),
    },
    { id: 'destroy', title: '销毁', cell: ({ destroyOn }) => day(destroyOn) },
  ]
  const toDo: Column<ReportRow> = {
    id: 'do',
    title: '办理',
    cell: ({ id, receivedOn }) =>
      readable ? (
        <Press id={`report-open-${id}`} name={`打开${day(receivedOn)}收到的举报`} onPress={() => onOpen(id)}>
          打开
        </Press>
      ) : (
        <span className="table__note">插上钥匙才能读</span>
      ),
  }
  return (
    <Table
      id="reports-table"
      name={open ? '在办的举报' : '办结的举报'}
      columns={open ? [...always, due, unanswered, toDo] : [...always, unanswered, ...ended, toDo]}
      rows={open ? inOrder(rows) : rows}
      keyOf={({ id }) => id}
      warm={({ late }) => late}
    />
  )
}

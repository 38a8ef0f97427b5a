import type { AlertRow } from '#contract/supervision/alerts'
import { yuan } from '#domain/money/money'
import { sayDay, type Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { sayDue, sayReminder, stateOf } from './alert-words'

interface Props {
  rows: readonly AlertRow[]
  today: Day
  onOpen: (id: string) => void
}

/** Alerts, the most serious first: what, where, how much, who has it in hand, until when. */
export function AlertsTable({ rows, today, onOpen }: Props) {
  const columns: Column<AlertRow>[] = [
    { id: 'word', title: '字', cell: ({ word }) => <strong className="alert__word">{word}</strong> },
    {
      id: 'why',
      title: '什么事',
      cell: ({ name, why }) => (
        <>
          <strong>{name}</strong>
          <div className="alerts__why">{why}</div>
        </>
      ),
    },
    { id: 'place', title: '地方', cell: ({ place }) => place },
    { id: 'amount', title: '涉及（元）', numeric: true, cell: ({ amountFen }) => (amountFen === undefined ? '' : yuan(amountFen)) },
    {
      id: 'state',
      title: '到哪一步',
      cell: (row) => (
        <>
          <State {...stateOf(row)} />
          {row.reminded && <div className="table__note">{sayReminder(row.reminded)}</div>}
        </>
      ),
    },
    {
      id: 'holder',
      title: '谁手上',
      cell: (row) => (
        <>
          {row.holder}
          <div className="table__note alerts__day">
            {row.dueOn === undefined ? `${sayDay(row.raisedOn, today)}发现` : sayDue(row, today)}
          </div>
        </>
      ),
    },
    {
      id: 'do',
      title: '办理',
      cell: ({ id, name }) => (
        <Press id={`alert-open-${id}`} name={`打开这条预警：${name}`} onPress={() => onOpen(id)}>
          打开
        </Press>
      ),
    },
  ]
  return <Table id="alerts-table" name="预警" columns={columns} rows={rows} keyOf={({ id }) => id} warm={({ late }) => late} />
}

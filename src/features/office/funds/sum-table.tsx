import type { ReactNode } from 'react'
import { yuan, type Fen } from '#domain/money/money'
import { Table, type Column } from '../../../ui/desk/table'
import { Amount } from './amount'
import type { Row } from './group-sums'
import type { WantedClaims } from './use-funds'

/** What a number is of: which row, and what of it. */
export type Behind = Pick<WantedClaims, 'reason' | 'only'> & { words: string }

interface Props {
  /** 乡镇 or 项目. */
  title: string
  rows: readonly Row[]
  /** The sum of those rows; none where they are not added up. */
  all?: Row
  onOpen: (row: Row, behind: Behind) => void
}

/** Due, come, and not come by reason; each number opens its dues. The last row is the sum of those above it. */
export const SumTable = ({ title, rows, all, onOpen }: Props) => {
  const columns = columnsOf(title, rows, onOpen)
  return (
    <Table
      id="funds-table"
      name={`按${title}`}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      warm={({ surplusFen, disputed }) => surplusFen > 0 || disputed > 0}
      {...(all && rows.length > 1 && { total: columns.map(({ cell }) => cell(all)) })}
    />
  )
}

/** Columns of which no row says anything are left out: reasons are told of one month. */
function columnsOf(title: string, rows: readonly Row[], onOpen: Props['onOpen']): Column<Row>[] {
  const opens = (row: Row, behind: Behind, shown: ReactNode) => (
    <Amount name={`${row.name}，${behind.words}，打开明细`} onOpen={() => onOpen(row, behind)}>
      {shown}
    </Amount>
  )
  const amount = (row: Row, amount: Fen, behind: Behind) => (amount === 0 ? '0' : opens(row, behind, yuan(amount)))
  const all: Column<Row>[] = [
    { id: 'name', title, cell: ({ name }) => name },
    { id: 'claims', title: '笔数', numeric: true, cell: (row) => opens(row, { words: '全部' }, row.claims.toLocaleString('zh-CN')) },
    { id: 'due', title: '应发（元）', numeric: true, cell: (row) => amount(row, row.dueFen, { words: '应发' }) },
    {
      id: 'credited',
      title: '到账（元）',
      numeric: true,
      cell: (row) => amount(row, row.creditedFen, { only: 'credited', words: '到账' }),
    },
    {
      id: 'outstanding',
      title: '没到（元）',
      numeric: true,
      cell: (row) => amount(row, row.outstandingFen, { only: 'outstanding', words: '没到' }),
    },
    {
      id: 'reasons',
      title: '没到的原因',
      cell: (row) =>
        row.outstanding.map(({ reason, name, fen }) => (
          <div key={reason} className="funds__reason">
            <span>{name}</span>
            {opens(row, { reason, words: name }, yuan(fen))}
          </div>
        )),
    },
    { id: 'days', title: '最久滞留', numeric: true, cell: ({ lainDays }) => (lainDays === undefined ? '' : `${lainDays} 天`) },
    {
      id: 'surplus',
      title: '多付（元）',
      numeric: true,
      cell: (row) => amount(row, row.surplusFen, { only: 'surplus', words: '多付的、不该付的' }),
    },
    {
      id: 'disputed',
      title: '农户说不对',
      numeric: true,
      cell: (row) => (row.disputed === 0 ? '0' : opens(row, { only: 'disputed', words: '农户说没收到、数目不对' }, `${row.disputed} 笔`)),
    },
  ]
  const said: Record<string, (row: Row) => boolean> = {
    reasons: ({ outstanding }) => outstanding.length > 0,
    days: ({ lainDays }) => lainDays !== undefined,
  }
  return all.filter(({ id }) => rows.some(said[id] ?? (() => true)))
}

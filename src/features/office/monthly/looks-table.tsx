import type { Monthly } from '#contract/supervision/monthly'
import { roleNames } from '#domain/access/staff'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'

type Row = Monthly['rows'][number]
type Count = 'files' | 'households' | 'lists' | 'listed' | 'nights' | 'weekends' | 'refused' | 'emergencies' | 'exports'

const counts: { id: Count; title: string }[] = [
  { id: 'files', title: '打开（次）' },
  { id: 'households', title: '打开（户）' },
  { id: 'lists', title: '名单（次）' },
  { id: 'listed', title: '名单（户次）' },
  { id: 'nights', title: '夜里' },
  { id: 'weekends', title: '周末' },
  { id: 'refused', title: '没让查' },
  { id: 'emergencies', title: '紧急' },
  { id: 'exports', title: '导出' },
]

const columns: Column<Row>[] = [
  {
    id: 'name',
    title: '姓名',
    cell: ({ name, role }) => (
      <>
        {name}
        <div className="table__note">{roleNames[role]}</div>
      </>
    ),
  },
  {
    id: 'unusual',
    title: '要问一问的',
    cell: ({ unusual }) => (unusual.length > 0 ? unusual.map((reason) => <State key={reason} kind="needs-you" words={reason} />) : '没有'),
  },
  ...counts.map(({ id, title }): Column<Row> => ({ id, title, numeric: true, cell: (row) => row[id] })),
  { id: 'busiest', title: '一天最多（户）', numeric: true, cell: ({ busiestDay }) => busiestDay },
]

/** Who looked at how many, those to be asked first; households that two people opened count twice in the sum. */
export function LooksTable({ rows }: { rows: readonly Row[] }) {
  const sum = (id: Count) => rows.reduce((total, row) => total + row[id], 0)
  const asked = rows.filter(({ unusual }) => unusual.length > 0).length
  return (
    <Table
      id="monthly-table"
      name="谁查了谁"
      columns={columns}
      rows={rows}
      keyOf={({ staffId }) => staffId}
      warm={({ unusual }) => unusual.length > 0}
      total={['合计', asked === 0 ? '没有' : `${asked} 人`, ...counts.map(({ id }) => sum(id)), '']}
    />
  )
}

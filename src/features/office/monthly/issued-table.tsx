import type { Monthly } from '#contract/supervision/monthly'
import { roleNames } from '#domain/access/staff'
import { Table } from '../../../ui/desk/table'
import { Heading } from '../../../ui/read/heading'

type Row = Monthly['issued'][number]

/** Who issued or checked phones, trusts and cards, and how much was then looked at with them as 本人 or 家人. */
export const IssuedTable = ({ rows }: { rows: readonly Row[] }) => (
  <>
    <Heading level={2}>办理的手机、委托和卡，以及之后的查看</Heading>
    <Table
      id="issued-table"
      name="谁办理的、之后看了多少"
      rows={rows}
      keyOf={({ staffId }) => staffId}
      columns={[
        {
          id: 'name',
          title: '姓名',
          cell: ({ name, role }: Row) => (
            <>
              {name}
              <div className="table__note">{roleNames[role]}</div>
            </>
          ),
        },
        { id: 'acts', title: '办理（次）', numeric: true, cell: ({ acts }: Row) => acts },
        { id: 'people', title: '办理（人）', numeric: true, cell: ({ people }: Row) => people },
        { id: 'looks', title: '之后以本人、家人名义看（次）', numeric: true, cell: ({ looks }: Row) => looks },
        { id: 'households', title: '看了几户', numeric: true, cell: ({ households }: Row) => households },
      ]}
    />
  </>
)

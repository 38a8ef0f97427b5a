import type { HouseholdRow } from '#contract/supervision/actions'
import type { HouseholdPart } from '#domain/register/register'
import { Press } from '../../../ui/desk/press'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { TurnPages } from '../../../ui/desk/turn-pages'
import { Empty } from '../../../ui/read/empty'
import { WhenReady } from '../../../ui/read/when-ready'
import type { ListOf } from './use-look'
import { useList } from './use-look'

const pageSize = 50

interface Props {
  of: ListOf
  /** Of the grant: a list has a column for what these name. */
  parts: readonly HouseholdPart[]
  /** Ends of the pages before this one: as many as have been turned. */
  turned: readonly string[]
  onTurn: (turned: string[]) => void
  opening: string | undefined
  onOpen: (householdId: string) => void
}

/** The households that the grant covers, a page at a time. */
export function HouseholdList({ of, parts, turned, onTurn, opening, onOpen }: Props) {
  const query = useList(of, turned.at(-1))
  const columns: Column<HouseholdRow>[] = [
    { id: 'head', title: '户主', cell: ({ head }) => head },
    { id: 'place', title: '地方', cell: ({ place }) => place },
    ...(parts.includes('policies') ? [{ id: 'category', title: '类别', cell: ({ category }: HouseholdRow) => category }] : []),
    ...(parts.includes('members') ? [{ id: 'people', title: '人数', numeric: true, cell: ({ people }: HouseholdRow) => people }] : []),
    {
      id: 'do',
      title: '查看',
      cell: ({ id, head }) => (
        <Press id={`look-open-${id}`} name={`打开${head}一家`} busy={opening === id && '正在打开…'} onPress={() => onOpen(id)}>
          打开
        </Press>
      ),
    },
  ]
  return (
    <WhenReady query={query} words="正在取名单…">
      {({ rows, total, next }) => {
        const before = turned.length * pageSize
        if (rows.length === 0) return <Empty>这个地方没有这一类的户。换一个类别看看，或者按身份证号找。</Empty>
        return (
          <>
            <p
              id="look-total"
              className="room-words"
              role="status"
            >{`共 ${total} 户，这里是第 ${before + 1} 到 ${before + rows.length} 户。`}</p>
            <Table id="look-table" name="名单" columns={columns} rows={rows} keyOf={({ id }) => id} />
            <TurnPages
              id="look"
              busy={query.isFetching}
              onBack={turned.length > 0 ? () => onTurn(turned.slice(0, -1)) : undefined}
              onNext={next === undefined ? undefined : () => onTurn([...turned, next])}
            />
          </>
        )
      }}
    </WhenReady>
  )
}

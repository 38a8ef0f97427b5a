import type { LikenessRow } from '#contract/office/likenesses'
import { likenessStateNames, type LikenessState } from '#domain/work/likenesses'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { Press } from '../../../ui/desk/press'
import { State, type StateKind } from '../../../ui/desk/state'
import { Table, type Column } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import type { LikenessView } from './use-likenesses'

const kinds: Record<LikenessState, StateKind> = {
  proposed: 'needs-you',
  asked: 'waiting',
  'part-asked': 'waiting',
  same: 'done',
  different: 'ended',
  gone: 'ended',
}

/** Where a pair stands, as a shape and a word. */
export const LikenessStand = ({ state, yours = false }: { state: LikenessState; yours?: boolean }) => (
  <State {...(yours ? { kind: 'needs-you', words: '等您同意' } : { kind: kinds[state], words: likenessStateNames[state] })} />
)

const nothing: Record<LikenessView, string> = {
  waiting: '现在没有要认的。新的文件收进来以后，系统会自己比对，像的就排在这里。',
  same: '还没有合并过。',
  different: '还没有认作两个人的。',
}

interface Props {
  view: LikenessView
  rows: readonly LikenessRow[]
  total: number
  onOpen: (id: string) => void
}

/** The pairs of a view, the likeliest first; names are masked until one is opened. */
export function LikenessTable({ view, rows, total, onOpen }: Props) {
  if (rows.length === 0) return <Empty>{nothing[view]}</Empty>
  const columns: Column<LikenessRow>[] = [
    { id: 'state', title: '状态', cell: ({ state, yours }) => <LikenessStand state={state} yours={yours} /> },
    {
      id: 'who',
      title: '两份记录',
      cell: ({ names, places }) => names.map((name, i) => <div key={i}>{`${name}，${places[i]!}`}</div>),
    },
    { id: 'why', title: '像在哪里', cell: ({ why }) => <div className="likeness__why">{why}</div> },
    {
      id: 'since',
      title: '哪天提的',
      cell: ({ raisedOn, askedBy }) => (
        <>
          {sayDay(raisedOn, today())}
          {askedBy !== undefined && <div className="table__note">{`${askedBy}提的`}</div>}
        </>
      ),
    },
    {
      id: 'do',
      title: '办理',
      cell: ({ id, names }) => (
        <Press id={`open-${id}`} name={`打开${names[0]}这一对`} onPress={() => onOpen(id)}>
          打开
        </Press>
      ),
    },
  ]
  return (
    <>
      <p className="table__note">{`一共 ${total} 对。打开哪一对，两边的人都会在“谁看过我的信息”里看到。`}</p>
      <Table id="likenesses-table" name="可能是同一个人" columns={columns} rows={rows} keyOf={({ id }) => id} warm={({ yours }) => yours} />
    </>
  )
}

import type { BatchDifference, BatchFile } from '#contract/office/batches'
import { fen, yuan } from '#domain/money/money'
import { isFrozen } from '#domain/work/batches'
import { PickTabs } from '../../../../ui/desk/pick-tabs'
import { Press } from '../../../../ui/desk/press'
import { Table } from '../../../../ui/desk/table'
import { useKept } from '../../../../ui/desk/use-kept'
import { WhenReady } from '../../../../ui/read/when-ready'
import { sayTotals } from '../batch-words'
import { useDifferences } from '../use-batches'

type Kind = BatchDifference['kind']
const kindNames: Record<Kind, string> = { added: '多出来的', gone: '没有了的', changed: '变了的', overlap: '在别的批次里的' }
const kinds = Object.keys(kindNames) as Kind[]

/** What the source says otherwise, before → after; and what of it stands in another batch already. */
export function Differences({ file: { row, differences, overlap } }: { file: BatchFile }) {
  const counts: Record<Kind, number> = { ...differences, overlap: overlap.lines }
  const there = kinds.filter((kind) => counts[kind] > 0)
  const [chosen, setKind] = useKept<Kind>(`batch differences ${row.id}`, there[0]!)
  const kind = there.includes(chosen) ? chosen : there[0]!
  const query = useDifferences({ id: row.id, kind })
  const changed = there.filter((one) => one !== 'overlap')
  return (
    <section className="sheet" aria-label="变了哪些">
      {changed.length > 0 && (
        <p id="batch-difference" className="room-words">
          {`${isFrozen(row.state) ? '来源现在变了' : '重新编以后变了'}：${changed.map((one) => `${kindNames[one]} ${counts[one]} 行`).join('，')}，合计${sayMore(differences.fen)}。${isFrozen(row.state) ? frozenWords : ''}`}
        </p>
      )}
      {overlap.lines > 0 && (
        <p id="batch-overlap" className="room-words">
          {`有 ${sayTotals(overlap)}已经在${overlap.batches.map((name) => `“${name}”`).join('、')}里，没有再编进来。`}
        </p>
      )}
      <PickTabs
        name="哪一种"
        tabs={there.map((id) => ({ id, label: `${kindNames[id]}（${counts[id].toLocaleString('zh-CN')}）` }))}
        open={kind}
        onOpen={(id) => setKind(() => id)}
      />
      <WhenReady query={query} words="正在比…">
        {(rows) => (
          <Table
            id="batch-differences"
            name={kindNames[kind]}
            columns={[
              { id: 'who', title: '谁', cell: ({ who }) => who },
              { id: 'what', title: '哪一笔', cell: ({ programme, period }) => `${programme}，${period}` },
              {
                id: 'before',
                title: '原来（元）',
                numeric: true,
                cell: ({ beforeFen }) => (beforeFen === undefined ? '没有' : yuan(beforeFen)),
              },
              {
                id: 'after',
                title: '现在（元）',
                numeric: true,
                cell: ({ afterFen }) => (afterFen === undefined ? '没有' : yuan(afterFen)),
              },
              { id: 'note', title: '说明', cell: ({ account, batch }) => batch ?? (account ? '账户也变了' : '') },
            ]}
            rows={rows}
            keyOf={(one) => String(rows.indexOf(one))}
          />
        )}
      </WhenReady>
      {query.hasNextPage && (
        <Press id="batch-differences-more" busy={query.isFetchingNextPage && '正在取…'} onPress={() => void query.fetchNextPage()}>
          再看一些
        </Press>
      )}
    </section>
  )
}

const frozenWords = '这一批已经批准，不再变：多出来的、多给的编到后面的批次里，少了的由人定要不要追回。'

const sayMore = (by: number): string => (by === 0 ? '不变' : by > 0 ? `多 ${yuan(fen(by))} 元` : `少 ${yuan(fen(-by))} 元`)

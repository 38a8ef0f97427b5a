import { TurnPages } from '../../../ui/desk/turn-pages'
import { useKept } from '../../../ui/desk/use-kept'
import { Empty } from '../../../ui/read/empty'
import { WhenReady } from '../../../ui/read/when-ready'
import { Choose } from './choose'
import { RowCard } from './row-card'
import { TakeAway } from './take-away'
import { useRefused, type RefusedOf } from './use-refused'

/** Where one is in a list that comes page by page. */
interface At {
  of: RefusedOf
  before: (string | undefined)[]
  page: string | undefined
}

/** Rows that could not be taken in, each to be mended where it stands, or all together in a workbook that is sent back. */
export function RefusedRows({ onNews }: { onNews: (words: string) => void }) {
  const [at, setAt] = useKept<At>('refused at', { of: {}, before: [], page: undefined })
  const query = useRefused(at.of, at.page)
  return (
    <WhenReady query={query} words="正在取退回的行…">
      {({ rows, counts, next }) =>
        counts.length === 0 ? (
          <Empty>没有退回的行。部门的文件里收不下的行会到这里：为什么收不下、怎么改，改好一行收一行。</Empty>
        ) : (
          <>
            <Choose counts={counts} of={at.of} onChange={(of) => setAt(() => ({ of, before: [], page: undefined }))} />
            <TakeAway of={at.of} />
            {rows.map((row) => (
              <RowCard key={`${row.id} ${row.underway}`} row={row} onNews={onNews} />
            ))}
            <TurnPages
              id="refused"
              onBack={
                at.before.length > 0
                  ? () => setAt(({ of, before }) => ({ of, before: before.slice(0, -1), page: before.at(-1) }))
                  : undefined
              }
              onNext={
                next === undefined ? undefined : () => setAt(({ of, before, page }) => ({ of, before: [...before, page], page: next }))
              }
            />
          </>
        )
      }
    </WhenReady>
  )
}

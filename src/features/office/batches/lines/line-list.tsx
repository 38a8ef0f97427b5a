import { useState } from 'react'
import type { BatchRow } from '#contract/office/batches'
import { yuan } from '#domain/money/money'
import { Table } from '../../../../ui/desk/table'
import { TurnPages } from '../../../../ui/desk/turn-pages'
import { useKept } from '../../../../ui/desk/use-kept'
import { Empty } from '../../../../ui/read/empty'
import { WhenReady } from '../../../../ui/read/when-ready'
import { sayTotals } from '../batch-words'
import { DecideForm } from './decide-form'
import { columns } from './line-columns'
import type { Filters } from './line-filters'
import { LineFilters, noFilters, wantedOf } from './line-filters'
import { useLines } from './use-lines'

interface Props {
  batch: BatchRow
  /** Some of its lines are not at an end. */
  hasOpen: boolean
  /** The caller may say what is to be done with flagged lines. */
  decides: boolean
  onLine: (id: string) => void
}

/** The lines of a batch, a page at a time, those that somebody has to do something about first; one decided, or all of a kind. */
export function LineList({ batch, hasOpen, decides, onLine }: Props) {
  const [chosen, setFilters] = useKept<Filters | null>(`batch lines filters ${batch.id} ${batch.state}`, null)
  // Until somebody chooses, what is to be done is in sight as soon as there is any: lines are checked while the page is open.
  const first = batch.undecided > 0 ? 'undecided' : batch.state === 'answered' && hasOpen ? 'open' : 'all'
  const filters: Filters = chosen ?? { ...noFilters, view: first }
  // Numbers after which the pages up to the open one begin.
  const [turned, setTurned] = useState<readonly number[]>([])
  const [deciding, setDeciding] = useState('')
  const query = useLines({ id: batch.id, ...wantedOf(filters), ...(turned.length > 0 && { after: turned.at(-1)! }) })
  const decide = (id: string) => {
    // Whoever begins to decide stays in this view, also when the last one is decided.
    setFilters(() => filters)
    setDeciding(id)
  }
  const change = (next: Filters) => {
    setTurned([])
    setDeciding('')
    setFilters(() => next)
  }
  return (
    <section id="batch-lines" className="batch__lines" aria-label="各行">
      <WhenReady query={query} words="正在取各行…">
        {(list) => {
          const { rows, total, totalFen, next } = list
          // Until the lines that were asked for are here, those in sight are others: nothing is decided about them.
          const mayDecide = decides && !query.isPlaceholderData
          // All of a kind are decided at once, wherever they are: not while only some of them are in sight.
          const kind = filters.town === '' && filters.state === '' ? list.flags.find(({ code }) => code === filters.flag) : undefined
          return (
            <>
              <LineFilters list={list} filters={filters} batch={batch} onChange={change} />
              {mayDecide && kind && filters.view === 'undecided' && total > 0 && (
                <div className="sheet batch__kind">
                  <DecideForm
                    key={kind.code}
                    id="kind"
                    what={`下面“${kind.name}”还没定的 ${sayTotals({ lines: total, fen: totalFen })}，一起定`}
                    deciding={{ id: batch.id, flag: kind.code, count: total }}
                    totals={{ lines: total, fen: totalFen }}
                    onDone={() => change({ ...filters, flag: '' })}
                  />
                </div>
              )}
              {rows.length === 0 ? (
                <Empty>{emptyWords(filters, list.flags.length)}</Empty>
              ) : (
                <>
                  <p className="room-words" role="status">{`一共 ${sayTotals({ lines: total, fen: totalFen })}。`}</p>
                  <Table
                    id="batch-lines-table"
                    name="各行"
                    columns={columns(batch, mayDecide, { deciding, onDecide: decide, onLine })}
                    rows={rows}
                    keyOf={({ id }) => id}
                    warm={({ flags, decided }) => flags.length > 0 && decided === undefined}
                    below={(row) =>
                      row.id === deciding && (
                        <DecideForm
                          id={row.id}
                          what={`${row.who}的${row.programme}（${row.period}），${yuan(row.amountFen)} 元`}
                          deciding={{ id: batch.id, lineIds: [row.id], count: 1 }}
                          totals={{ lines: 1, fen: row.amountFen }}
                          now={row.decided}
                          onDone={() => setDeciding('')}
                          onClose={() => setDeciding('')}
                        />
                      )
                    }
                  />
                </>
              )}
              <TurnPages
                id="batch-lines"
                onBack={turned.length > 0 ? () => setTurned(turned.slice(0, -1)) : undefined}
                onNext={next === undefined ? undefined : () => setTurned([...turned, next])}
                busy={query.isPlaceholderData}
              />
            </>
          )
        }}
      </WhenReady>
    </section>
  )
}

const emptyWords = ({ view }: Filters, flagged: number): string => {
  if (view === 'undecided') return '标出来的都定了。要看全部，把上面“看哪些”换成“全部”。'
  if (view === 'open') return '这样筛下来都办完了。要看全部，把上面“看哪些”换成“全部”。'
  if (view === 'flagged' && flagged === 0) return '核对下来一行也没有标出来。'
  return '这样筛下来一行也没有。把上面的筛选放宽再看。'
}

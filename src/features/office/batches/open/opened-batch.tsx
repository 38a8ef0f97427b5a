import type { ReactNode } from 'react'
import type { BatchFile } from '#contract/office/batches'
import { isEndOfLine } from '#domain/work/batch-lines'
import { batchStateNames } from '#domain/work/batches'
import type { Day } from '#domain/time/dates'
import { PickTabs } from '../../../../ui/desk/pick-tabs'
import { Press } from '../../../../ui/desk/press'
import { State } from '../../../../ui/desk/state'
import { useKept } from '../../../../ui/desk/use-kept'
import { Heading } from '../../../../ui/read/heading'
import { Notice } from '../../../../ui/read/notice'
import { WhenReady } from '../../../../ui/read/when-ready'
import { BatchActs } from '../acts/batch-acts'
import { kindOfBatch, sayTotals } from '../batch-words'
import { LineList } from '../lines/line-list'
import { useBatch } from '../use-batches'
import { BankFile } from './bank-file'
import { BatchFacts } from './batch-facts'
import { Differences } from './differences'
import { History } from './history'
import { Totals } from './totals'
import { Work } from './work'

interface Props {
  id: string
  today: Day
  sampleOf: (batchId: string) => ReactNode
  onLine: (id: string) => void
  onBack: () => void
}

export function OpenedBatch({ id, today, sampleOf, onLine, onBack }: Props) {
  return (
    <WhenReady
      query={useBatch(id)}
      words="正在打开…"
      instead={
        <Press id="batch-gone-back" kind="main" onPress={onBack}>
          回到列表
        </Press>
      }
    >
      {(file) => <Opened file={file} today={today} sampleOf={sampleOf} onLine={onLine} />}
    </WhenReady>
  )
}

type View = 'lines' | 'totals' | 'differences' | 'sample' | 'history'

/** One batch: where it stands and whose turn it is, what may be done now, its lines, its sums, what has changed, the way it has gone. */
function Opened({ file, today, sampleOf, onLine }: Omit<Props, 'id' | 'onBack'> & { file: BatchFile }) {
  const { row, wrong, waits, states, overlap, differences } = file
  // Counted at its end: until then a sum of nothing would be read as one.
  const isDrafting = row.totals.lines === 0 && file.work.some(({ what, state }) => what === 'draft' && state === 'waiting')
  const hasOpen = states.some(({ state }) => !isEndOfLine(state))
  const lines = states.reduce((sum, one) => sum + one.lines, 0)
  const [view, setView] = useKept<View>(`batch view ${row.id}`, 'lines')
  const other = differences.added + differences.gone + differences.changed + overlap.lines
  const tabs: { id: View; label: string }[] = [
    { id: 'lines', label: `各行（${lines.toLocaleString('zh-CN')}）` },
    { id: 'totals', label: '合计' },
    ...(other > 0 ? [{ id: 'differences' as const, label: `变了哪些（${other.toLocaleString('zh-CN')}）` }] : []),
    ...(file.can.includes('sample') ? [{ id: 'sample' as const, label: '抽样回访' }] : []),
    { id: 'history', label: `经过（${file.history.length}）` },
  ]
  const open = tabs.some(({ id }) => id === view) ? view : 'lines'
  return (
    <>
      <article id="batch" className="sheet batch" aria-label={row.name}>
        <div className="batch__top">
          <Heading level={2}>{row.name}</Heading>
          <State kind={kindOfBatch(row.state)} words={batchStateNames[row.state]} />
        </div>
        <p id="batch-where" className="batch__where">
          <strong className="batch__sum">{isDrafting ? '正在编，编好才有合计' : sayTotals(row.totals)}</strong>
          <span>{waits ?? (row.state === 'answered' && !hasOpen ? '每一行都有了结果，可以办结了。' : row.next)}</span>
        </p>
        <BatchFacts file={file} today={today} />
        {wrong.length > 0 && (
          <Notice id="batch-wrong" kind="wrong">
            {wrong.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </Notice>
        )}
        {file.source.apart.length > 0 && (
          <Notice id="batch-apart">
            {file.source.apart.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </Notice>
        )}
        <Work file={file} />
        <BatchActs key={row.id} file={file} today={today} />
        <BankFile file={file} />
      </article>
      <PickTabs name="看什么" tabs={tabs} open={open} onOpen={(id) => setView(() => id)} />
      {open === 'lines' && <LineList batch={row} hasOpen={hasOpen} decides={file.can.includes('decideLines')} onLine={onLine} />}
      {open === 'totals' && <Totals file={file} />}
      {open === 'differences' && <Differences file={file} />}
      {open === 'sample' && sampleOf(row.id)}
      {open === 'history' && (
        <section className="sheet" aria-label="经过">
          <History history={file.history} />
        </section>
      )}
    </>
  )
}

import { fen, sumFen, yuan, type Fen } from '../../money/money'
import { daysBetween, sayWhen, type Day } from '../../time/dates'
import type { BatchState } from '../../work/batches'
import type { LineState } from '../../work/batch-lines'
import type { Finding } from '../finding'

/** A batch as far as its lateness goes. Amounts in 分. */
export interface LateBatch {
  _id: string
  name: string
  agencyId: string
  state: BatchState
  handedOn: Day | null
  totals: { lines: number; fen: Fen }
}
export interface LateLine {
  _id: string
  batchId: string
  state: LineState
  since: Day
  townCode: string
  amountFen: Fen
  creditedFen: Fen
  recoveredFen: Fen
}

/** How many days each of these may take. */
export interface BatchDays {
  answer: number
  mend: number
  held: number
  recover: number
}

/** Batches that were handed to the bank, of which it has said nothing for too long. */
export const batchesUnanswered = (batches: readonly LateBatch[], today: Day, { answer }: BatchDays): Finding[] =>
  batches
    .filter(({ state, handedOn }) => state === 'sent' && handedOn !== null && daysBetween(handedOn, today) > answer)
    .map(({ _id, name, agencyId, handedOn, totals }) => ({
      subject: { kind: 'batch', id: _id },
      agencyId,
      why: `${name}（${totals.lines} 笔 ${yuan(totals.fen)} 元）${sayWhen(handedOn!)}交给银行，一行回执也没有来。`,
      amountFen: totals.fen,
      records: [{ kind: 'batch', id: _id }],
      facts: [_id, handedOn!],
    }))

/** What waits for a person in a batch, and for how long it has: each batch is one finding of each. */
const kinds = {
  refused_not_mended: {
    states: ['refused', 'returned', 'unclear', 'mending', 'mended'],
    days: 'mend',
    says: '银行没有入账，还没有改好重发',
  },
  held_undecided: { states: ['held'], days: 'held', says: '核对时先不发，还没有定' },
  surplus_not_recovered: { states: ['recovering'], days: 'recover', says: '开始追回，还没有追完' },
} as const satisfies Record<string, { states: readonly LineState[]; days: keyof BatchDays; says: string }>
type LateKind = keyof typeof kinds
export const lateKinds = Object.keys(kinds) as LateKind[]
/** States in which a line waits for somebody. */
export const waitingStates: LineState[] = lateKinds.flatMap((kind) => [...kinds[kind].states])

/** Lines of batches that live which have waited for too long. */
export function lateLines(
  kind: LateKind,
  { batches, lines, today, days }: { batches: readonly LateBatch[]; lines: readonly LateLine[]; today: Day; days: BatchDays },
): Finding[] {
  const { states, days: norm, says } = kinds[kind]
  const late = lines.filter(
    ({ state, since }) => (states as readonly LineState[]).includes(state) && daysBetween(since, today) > days[norm],
  )
  return batches
    .filter(({ state }) => state !== 'cancelled')
    .flatMap(({ _id, name, agencyId }): Finding[] => {
      const own = late.filter(({ batchId }) => batchId === _id)
      if (own.length === 0) return []
      const amountFen = sumFen(own.map((line) => (kind === 'surplus_not_recovered' ? leftOf(line) : line.amountFen)))
      const oldest = own.map(({ since }) => since).sort()[0]!
      const towns = new Set(own.map(({ townCode }) => townCode))
      return [
        {
          subject: { kind: 'batch', id: _id },
          agencyId,
          ...(towns.size === 1 && own[0]!.townCode !== '' && { townCode: own[0]!.townCode }),
          why: `${name}有 ${own.length} 笔 ${yuan(amountFen)} 元${says}，最早的从${sayWhen(oldest)}起就这样了。`,
          amountFen,
          records: [{ kind: 'batch', id: _id }, ...own.map((line) => ({ kind: 'batch-line' as const, id: line._id }))],
          facts: own.map((line) => `${line._id} ${line.state}`).sort(),
        },
      ]
    })
}

const leftOf = ({ creditedFen, recoveredFen }: LateLine): Fen => fen(Math.max(0, creditedFen - recoveredFen))

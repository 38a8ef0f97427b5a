import { daysBetween, type Day } from '../time/dates'
import { outstandingNames, surplusNames, type OutstandingReason, type SurplusReason } from './claims'
import type { Fen } from './money'
import type { MoneyRecord, Reconciled } from './reconcile-facts'

/** What is not right about a due: whom it went to, that it is short, missing, too much, or late. */
type MoneyErrorKind = 'wrong' | 'short' | 'missing' | 'surplus' | 'late'

/** One thing that is not right, with how much money it is about, in 分, and what it rests on. */
export interface MoneyError {
  kind: MoneyErrorKind
  /** Of the board of four words. */
  word: '错' | '少'
  reason: OutstandingReason | SurplusReason | 'late'
  /** In the county's words. */
  why: string
  fen: Fen
  since: Day | null
  records: MoneyRecord[]
}

const kindOfSurplus: Record<SurplusReason, MoneyErrorKind> = {
  ...{ twice: 'wrong', 'after-death': 'wrong', 'after-exit': 'wrong', 'not-entitled': 'wrong', 'wrong-account': 'wrong' },
  'too-much': 'surplus',
}

/** On its way it is no error until it is late. */
const onItsWay: ReadonlySet<OutstandingReason> = new Set(['planned', 'drafted', 'at-bank', 'mending'])

/**
 * What is wrong with a due today: all that is too much, all that is short or missing, and what is on its way for longer than `lateDays`, or
 * came after so many. Their sums are those of the due: nothing is told twice but that something that came, came late.
 */
export function moneyErrors(
  { outstanding, surplus, creditedFen, creditedOn, fundedOn, lyingSince }: Reconciled,
  { today, lateDays }: { today: Day; lateDays: number },
): MoneyError[] {
  const isLate = (from: Day | null, to: Day) => from !== null && daysBetween(from, to) > lateDays
  return [
    ...surplus.map(({ reason, ...part }): MoneyError => ({
      kind: kindOfSurplus[reason],
      word: '错',
      reason,
      why: surplusNames[reason],
      ...part,
    })),
    ...outstanding.flatMap(({ reason, ...part }): MoneyError[] =>
      onItsWay.has(reason) && !isLate(lyingSince ?? part.since, today)
        ? []
        : [
            {
              kind: reason === 'short' ? 'short' : onItsWay.has(reason) ? 'late' : 'missing',
              ...{ word: '少', reason, why: outstandingNames[reason], ...part },
            },
          ],
    ),
    ...(creditedFen > 0 && creditedOn !== null && isLate(fundedOn, creditedOn)
      ? [{ kind: 'late', word: '少', reason: 'late', why: '到账晚了', fen: creditedFen, since: fundedOn, records: [] } as MoneyError]
      : []),
  ]
}

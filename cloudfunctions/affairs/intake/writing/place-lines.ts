import type { Fen } from '#domain/money/money'
import { monthsAnswered, placeIn, type PlanFacts } from '#domain/money/answered-months'
import type { Month } from '#domain/time/dates'
import type { Db } from '#store/db/collection'
import { findEach } from '#store/db/read'
import { fileSources, type FileSource } from '#store/intake/intake'
import { payments, receipts, type Payment, type Receipt } from '#store/money/money'
import type { Writing } from './writing'
import type { Closed } from './documents'
import { findOnCards } from './pair-month'

/** A receipt with the months that it may answer, the likeliest first. */
export interface Batch {
  source: FileSource
  months: Month[]
}

/**
 * A receipt line that finds no plan row in the month it belongs to, or was given another: `home` is where it belongs, `months`
 * where it may go.
 */
export interface Stray {
  _id: string
  month: Month
  home: Month
  months: Month[]
  card: Pick<Closed, 'index' | 'indexes'>
  amountFen: Fen
  state: Receipt['state']
}

/** The month that a line belongs to, unless no plan row is open for it there. */
export const homeOf = (line: Pick<Receipt, 'stated'>, { months }: Batch): Month => line.stated ?? months[0]!

/**
 * Gives each stray line, in their order, the first of its months in which a plan row is open for it: none that a line at home has
 * answered, and none that a stray before it took. One that no month has room for stays at home.
 */
export async function placeStrays(to: Writing, strays: Stray[], batches: Map<string, Batch>): Promise<Map<string, Month>> {
  const placed = new Map<string, Month>()
  const asked = [...new Set(strays.flatMap(({ months }) => months))]
  const rows = new Map(
    await Promise.all(
      asked.map(
        async (month) =>
          [
            month,
            await openIn(
              to,
              month,
              strays.filter(({ months }) => months.includes(month)),
              batches,
            ),
          ] as const,
      ),
    ),
  )
  for (const stray of strays) {
    const line = { _id: stray._id, key: `${stray.card.index}/${stray.amountFen}` }
    const month = stray.months.find((one) => {
      const { dues, credited } = rows.get(one)!
      // What moved no money says something of its own month's row only, answered or not.
      const fits = stray.state === 'credited' ? placeIn([line], { dues, credited }).placed.length > 0 : dues.has(line.key)
      if (fits && stray.state === 'credited') credited.set(line.key, (credited.get(line.key) ?? 0) + 1)
      return fits
    })
    placed.set(stray._id, month ?? stray.home)
  }
  return placed
}

/** What a month has on these cards: plan rows, and lines at home there that moved money, the strays left out. */
async function openIn(
  to: Writing,
  month: Month,
  strays: Stray[],
  batches: Map<string, Batch>,
): Promise<{ dues: Map<string, number>; credited: Map<string, number> }> {
  const cards = strays.map(({ card }) => card.indexes)
  const own = new Set(strays.map(({ _id }) => _id))
  const plan = await findOnCards<Pick<Payment, '_id' | 'cardIndex' | 'dueFen' | 'formerFen'>>(to, payments, month, cards, [
    'cardIndex',
    'dueFen',
    'formerFen',
  ])
  const there =
    plan.length === 0
      ? []
      : await findOnCards<Pick<Receipt, '_id' | 'cardIndex' | 'amountFen' | 'state' | 'importId' | 'stated'>>(to, receipts, month, cards, [
          'cardIndex',
          'amountFen',
          'state',
          'importId',
          'stated',
        ])
  const dues = new Map<string, number>()
  const credited = new Map<string, number>()
  const add = (counts: Map<string, number>, key: string, n = 1) => counts.set(key, (counts.get(key) ?? 0) + n)
  for (const { cardIndex, dueFen, formerFen = [] } of plan) for (const fen of [dueFen, ...formerFen]) add(dues, `${cardIndex}/${fen}`)
  for (const line of there) {
    const batch = batches.get(line.importId)
    const isHome = !batch || homeOf(line, batch) === month
    if (isHome && !own.has(line._id) && (line.state === 'credited' || line.state === 'returned'))
      add(credited, `${line.cardIndex}/${line.amountFen}`, line.state === 'credited' ? 1 : -1)
  }
  return { dues, credited }
}

/** Every receipt in the order of its day, with the months that it may answer by all files that are there. */
export async function batchesOf(db: Db): Promise<Batch[]> {
  const sources = await findEach(db, fileSources, { kind: { $in: ['payment-plan', 'bank-receipt'] } })
  const batches = sources.flatMap(({ _id, batch }) => (batch ? [{ _id, day: batch.paidOn, stated: batch.stated, lines: batch.lines }] : []))
  const months = monthsAnswered(plansOf(sources.filter(({ kind }) => kind === 'payment-plan')), batches)
  return sources
    .filter(({ batch }) => batch)
    .sort((a, b) => a.batch!.paidOn.localeCompare(b.batch!.paidOn) || a._id.localeCompare(b._id))
    .map((source) => ({ source, months: months.get(source._id)! }))
}

/** The plans of each month, those left out of which a later version is there. */
function plansOf(sources: FileSource[]): PlanFacts[] {
  const past = new Set(
    sources.flatMap(({ _id, decided }) =>
      decided.filter(({ relation }) => relation === 'version').map(({ importId, scope, later }) => `${later ? importId : _id}/${scope}`),
    ),
  )
  const plans = new Map<Month, PlanFacts>()
  for (const { _id, rows, day } of sources) {
    for (const [month, count] of Object.entries(rows) as [Month, number][]) {
      if (past.has(`${_id}/${month}`)) continue
      const plan = plans.get(month) ?? { month, rows: 0, made: day }
      plans.set(month, { month, rows: plan.rows + count, made: plan.made && day ? (plan.made < day ? plan.made : day) : null })
    }
  }
  return [...plans.values()]
}

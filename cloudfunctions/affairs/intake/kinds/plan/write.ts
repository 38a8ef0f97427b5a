import type { Month } from '#domain/time/dates'
import { open } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { batchLines } from '#store/money/batches'
import { payments, type Payment } from '#store/money/money'
import { bring, type Brought } from '../../writing/bring'
import { documentIds, sealer } from '../../writing/documents'
import { saidAt } from '../../writing/follow'
import { grouped } from '../../writing/grouped'
import { pairMonth } from '../../writing/pair-month'
import { knowPeople } from '../../writing/people'
import { placeAgain } from '../../writing/place-again'
import { removeGone, reportVersions, sourceBefore } from '../../writing/versions'
import type { Finished, SeenLate, Writing, Written } from '../../writing/writing'
import { compareMonth, contentOf } from './compare'
import type { Plan, PlanRow } from './rows'

/** Writes rows of a plan, each for its month, over earlier versions of it; and joins them to receipts that came before it. */
export async function writePlan(to: Writing, { version }: Plan, rows: PlanRow[]): Promise<Written> {
  const source = (await sourceBefore(to))!
  const { people, personIds, added } = await knowPeople(to, rows)
  const seen: SeenLate[] = []
  const idOf = documentIds('payment-plan')
  const card = sealer(to.keys, 'card')
  const brought: Brought<Payment>[] = []
  for (const [month, own] of grouped(rows, (row) => row.month)) {
    const { standing, there } = await compareMonth(to, source, month, own, people)
    const former = new Map(there.map(({ _id, formerFen = [] }) => [_id, formerFen]))
    own.forEach((row, at) => {
      const { _id: personId, householdId } = people.get(row.id)!
      const same = standing.same[at]
      const formerFen = [...new Set([...(former.get(same?._id ?? '') ?? []), ...(same ? [same.fen] : [])])].filter(
        (fen) => fen !== row.dueFen,
      )
      if (standing.also[at]) seen.push({ at: row.at, personId, code: 'in_other_file', detail: standing.also[at] })
      const { sealed, index } = card(row.card)
      brought.push({
        at,
        standing,
        document: {
          _id: same?._id ?? idOf(version.agency, version.label, personId, row.programme, row.period, row.month),
          digest: contentOf(to, row),
          personId,
          householdId,
          cardSealed: sealed,
          cardIndex: index,
          forWhom: row.forWhom,
          programme: row.programme,
          month: row.month,
          period: row.period,
          dueFen: row.dueFen,
          accountName: row.accountName,
          ...saidAt(to, row.at),
          ...(formerFen.length > 0 && { formerFen }),
          importId: to.importId,
          importedAt: to.importedAt,
        },
      })
    })
  }
  await to.warn(seen)
  const done = await bring(to, payments, source, brought)
  await noteFormerAmounts(to, brought)
  const cards = [...rows, ...done.dropped.map(({ month, cardSealed }) => ({ month, card: open(to.keys, cardSealed) }))]
  const paired = await pairCards(to, cards)
  return { added: added + done.added, changed: done.changed + paired, personIds, silent: done.silent }
}

/** What an earlier version had and this one has not goes; then receipts look for their rows again. */
export async function finishPlan(to: Writing, { counts }: Plan): Promise<Finished> {
  const source = (await sourceBefore(to))!
  let paired = 0
  const gone = await removeGone(
    to,
    payments,
    source,
    (month) => ({ month }),
    async (dropped) => {
      paired += await pairCards(
        to,
        dropped.map(({ month, cardSealed }) => ({ month, card: open(to.keys, cardSealed) })),
      )
    },
    (rows) => keepApproved(to, rows),
  )
  paired += await placeAgain(
    to,
    counts.map(([month]) => month),
  )
  return { added: 0, changed: gone + paired, versions: await reportVersions(to, source.decided) }
}

/** What was approved to go to the bank stays, marked: the bank will answer to it. Another version that has it again takes the mark off. */
async function keepApproved({ db }: Writing, rows: Payment[]): Promise<ReadonlySet<string>> {
  const lines = await findIn(
    db,
    batchLines,
    'paymentId',
    rows.map(({ _id }) => _id),
    ['paymentId'],
    { serial: { $gt: 0 } },
  )
  const approved = new Set(lines.flatMap(({ paymentId }) => paymentId ?? []))
  if (approved.size > 0) await update(db, payments, { _id: { $in: [...approved] } }, { $set: { gone: true, digest: '' } })
  return approved
}

/** Pairs what is there on these cards with the receipts that are. */
async function pairCards(to: Writing, cards: { month: Month; card: string }[]): Promise<number> {
  const closed = sealer(to.keys, 'card')
  let paired = 0
  for (const [month, some] of grouped(cards, (one) => one.month)) {
    const indexes = some.map(({ card }) => closed(card).indexes)
    paired += await (await pairMonth(to, month, indexes)).correct()
  }
  return paired
}

/** An older version that comes late still tells what the bank may have answered to. */
async function noteFormerAmounts({ db }: Writing, brought: Brought<Payment>[]): Promise<void> {
  const late = brought.flatMap(({ document, standing: { same, stands }, at }) => {
    const there = same[at]
    return there && !stands[at] && there.fen !== document.dueFen ? [{ _id: there._id, fen: document.dueFen }] : []
  })
  await inTurns(late, 8, ({ _id, fen }) => update(db, payments, { _id }, { $addToSet: { formerFen: fen } }))
}

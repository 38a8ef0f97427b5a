import { open } from '#kernel/seal/seal'
import { inTurns, update } from '#store/db/collection'
import type { FileSource } from '#store/intake/intake'
import { payments, type Payment } from '#store/money/money'
import type { Writing, Written } from '../../writing/writing'
import { bring, type Brought } from '../../writing/bring'
import { documentIds, sealer } from '../../writing/documents'
import { findPeople, knowPeople } from '../../writing/people'
import { pairMonth } from '../../writing/pair-month'
import { placeAgain } from '../../writing/place-again'
import { keepSource, reportVersions, sourceBefore } from '../../writing/versions'
import type { Plan } from './rows'
import { contentOf, judge, type There } from './judge'

/** Writes a plan, each row for its month, over earlier versions of it; and joins it to receipts that came before it. */
export async function writePlan(to: Writing, { version, rows }: Plan): Promise<Written> {
  const [known, before] = await Promise.all([
    findPeople(
      to,
      rows.map(({ id }) => id),
    ),
    sourceBefore(to),
  ])
  const months = [...new Set(rows.map(({ month }) => month))].sort()
  const counts = Object.fromEntries(months.map((month) => [month, rows.filter((row) => row.month === month).length]))
  const source: FileSource = {
    ...version,
    _id: to.importId,
    kind: 'payment-plan',
    at: before?.at ?? to.importedAt,
    rows: counts,
    decided: [],
  }
  const judged = await Promise.all(
    months.map((month) =>
      judge(
        to,
        source,
        month,
        rows.filter((row) => row.month === month),
        known,
        before,
      ),
    ),
  )
  source.decided = judged.flatMap(({ standing }) => standing.decisions)
  await keepSource(to, source)

  const { people, personIds, added } = await knowPeople(to, rows)
  const idOf = documentIds('payment-plan')
  const card = sealer(to.keys, 'card')
  const brought = judged.flatMap(({ own, standing, former }) =>
    own.map((row, at): Brought<Payment> => {
      const { _id: personId, householdId } = people.get(row.id)!
      const { sealed, index } = card(row.card)
      const there = standing.same[at]
      const formerFen = [...new Set([...(former.get(there?._id ?? '') ?? []), ...(there ? [there.fen] : [])])].filter(
        (fen) => fen !== row.dueFen,
      )
      if (standing.also[at]) row.warn('in_other_file', standing.also[at])
      const id = idOf(version.agency, version.label, personId, row.programme, row.period, row.month)
      return {
        at,
        standing,
        document: {
          _id: there?._id ?? id,
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
          row: row.row,
          ...(formerFen.length > 0 && { formerFen }),
          importId: to.importId,
          importedAt: to.importedAt,
        },
      }
    }),
  )
  const done = await bring(
    to,
    payments,
    source,
    brought,
    judged.map(({ standing }) => standing),
  )
  await followOrder(
    to,
    brought,
    judged.flatMap(({ there }) => there),
  )
  await noteFormerAmounts(to, brought)

  const oldCards = done.dropped.map(({ month, cardSealed }) => ({ month, card: open(to.keys, cardSealed) }))
  let paired = 0
  for (const month of months) {
    const cards = [...rows, ...oldCards].filter((one) => one.month === month).map((one) => card(one.card).indexes)
    paired += await (await pairMonth(to, month, cards)).correct()
  }
  paired += await placeAgain(to, months)
  return { added: added + done.added, changed: done.changed + paired, personIds, versions: await reportVersions(to, source.decided) }
}

/** Banks answer equal amounts on one card in the plan's order, so these rows follow their new file's. */
async function followOrder({ db }: Writing, brought: Brought<Payment>[], there: There[]): Promise<void> {
  const rowOf = new Map(there.map(({ _id, row }) => [_id, row]))
  const byCard = new Map<string, number>()
  const keyOfCard = ({ cardIndex, dueFen }: Payment) => `${cardIndex}/${dueFen}`
  for (const { document } of brought) byCard.set(keyOfCard(document), (byCard.get(keyOfCard(document)) ?? 0) + 1)
  const moved = brought.filter(
    ({ document, standing, at }) =>
      standing.stands[at] && byCard.get(keyOfCard(document))! > 1 && rowOf.has(document._id) && rowOf.get(document._id) !== document.row,
  )
  await inTurns(moved, 8, ({ document: { _id, row } }) => update(db, payments, { _id }, { $set: { row } }))
}

/** An older version that comes late still tells what the bank may have answered to. */
async function noteFormerAmounts({ db }: Writing, brought: Brought<Payment>[]): Promise<void> {
  const late = brought.flatMap(({ document, standing: { same, stands }, at }) => {
    const there = same[at]
    return there && !stands[at] && there.fen !== document.dueFen ? [{ _id: there._id, fen: document.dueFen }] : []
  })
  await inTurns(late, 8, ({ _id, fen }) => update(db, payments, { _id }, { $addToSet: { formerFen: fen } }))
}

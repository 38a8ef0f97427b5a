import type { Month } from '#domain/time/dates'
import { open } from '#kernel/seal/seal'
import { aggregate, findIn } from '#store/db/read'
import { inParts, inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { fileSources } from '#store/intake/intake'
import { receipts, type Receipt } from '#store/money/money'
import { bring, type Brought } from '../../writing/bring'
import { documentIds, sealer, type Closed } from '../../writing/documents'
import { saidAt } from '../../writing/follow'
import { grouped } from '../../writing/grouped'
import { pairMonth, type PairedMonth } from '../../writing/pair-month'
import { placeAgain } from '../../writing/place-again'
import { batchesOf, homeOf } from '../../writing/place-lines'
import { removeGone, reportVersions, sourceBefore } from '../../writing/versions'
import type { Finished, Writing, Written } from '../../writing/writing'
import { compareLines, contentOf } from './compare'
import type { ReceiptRow, Receipts } from './rows'

/**
 * Writes lines of a bank's receipt over earlier versions of it, each in the month whose plan it answers, and paired with its row if
 * that has come.
 */
export async function writeReceipts(to: Writing, { version, batch }: Receipts, rows: ReceiptRow[]): Promise<Written> {
  const card = sealer(to.keys, 'card')
  const source = (await sourceBefore(to))!
  const standing = await compareLines(to, source, rows, card)
  const fresh = await receiptIds(
    to,
    rows.map((row) => ({
      card: card(row.card),
      parts: [row.stated ?? batch.stated ?? '', batch.day, version.label, row.amountFen],
    })),
  )
  const ids = fresh.map((id, i) => standing.same[i]?._id ?? id)
  const own = (await batchesOf(to.db)).find((one) => one.source._id === to.importId)!
  const brought = rows.map((row, at): Brought<Receipt> => {
    const { sealed, index } = card(row.card)
    return {
      at,
      standing,
      document: {
        _id: ids[at]!,
        digest: contentOf(to, row),
        paymentId: null,
        householdId: null,
        month: homeOf({ ...(row.stated && { stated: row.stated }) }, own),
        cardSealed: sealed,
        cardIndex: index,
        amountFen: row.amountFen,
        state: row.state,
        code: row.code,
        text: row.text,
        postedOn: row.postedOn,
        day: batch.day,
        ...(row.stated && { stated: row.stated }),
        ...(row.serial !== undefined && { serial: row.serial }),
        ...saidAt(to, row.at),
        importId: to.importId,
        importedAt: to.importedAt,
      },
    }
  })
  const standingDocuments = brought.filter(({ at }) => standing.stands[at]).map(({ document }) => document)
  const cardOf = new Map(rows.map((row, i) => [ids[i]!, card(row.card)]))
  const pairs = await pairAll(to, standingDocuments, cardOf)
  const done = await bring(to, receipts, source, brought)
  await moveMonths(to, standingDocuments)
  let corrected = await correctCards(to, done.dropped)
  for (const one of pairs) corrected += await one.correct()
  return { added: done.added, changed: done.changed + corrected, personIds: new Map() }
}

/** What an earlier version had and this one has not goes; then lines that answer nothing look for their rows again. */
export async function finishReceipts(to: Writing): Promise<Finished> {
  const source = (await sourceBefore(to))!
  let corrected = 0
  const gone = await removeGone(
    to,
    receipts,
    source,
    () => ({}),
    async (dropped) => {
      corrected += await correctCards(to, dropped)
    },
  )
  const { months } = (await batchesOf(to.db)).find((one) => one.source._id === to.importId)!
  await update(to.db, fileSources, { _id: to.importId }, { $set: { 'batch.months': months } })
  corrected += await placeAgain(to, await monthsOf(to))
  return { added: 0, changed: gone + corrected, versions: await reportVersions(to, source.decided) }
}

/** The months in which this receipt's lines stand. */
async function monthsOf({ db, importId }: Writing): Promise<Month[]> {
  const found = await aggregate<{ _id: Month }>(db, receipts, [{ $match: { importId } }, { $group: { _id: '$month' } }])
  return found.map(({ _id }) => _id)
}

/** Pairs the lines of each month, before they are written. */
async function pairAll(to: Writing, documents: Receipt[], cardOf: Map<string, Closed>): Promise<PairedMonth[]> {
  const pairs: PairedMonth[] = []
  for (const [month, some] of grouped(documents, (one) => one.month)) {
    const paired = await pairMonth(
      to,
      month,
      some.map(({ _id }) => cardOf.get(_id)!.indexes),
      some,
    )
    pairs.push(paired)
    for (const document of some) {
      const due = paired.dueOf(document._id)
      document.paymentId = due?._id ?? null
      document.householdId = due?.householdId ?? null
    }
  }
  return pairs
}

/** Pairs anew what is left on the cards of lines that were replaced or removed. */
async function correctCards(to: Writing, dropped: Receipt[]): Promise<number> {
  const card = sealer(to.keys, 'card')
  let corrected = 0
  for (const [month, lost] of grouped(dropped, (one) => one.month)) {
    const cards = lost.map(({ cardSealed }) => card(open(to.keys, cardSealed!)).indexes)
    corrected += await (await pairMonth(to, month, cards)).correct()
  }
  return corrected
}

/** Lines that were there already, in another month. */
async function moveMonths({ db }: Writing, documents: Receipt[]): Promise<void> {
  const ids = documents.map(({ _id }) => _id)
  const there = new Map((await findIn(db, receipts, '_id', ids, ['month'])).map(({ _id, month }) => [_id, month]))
  const moved = grouped(
    documents.filter(({ _id, month }) => there.get(_id) !== month),
    (one) => one.month,
  )
  await inTurns(moved, 3, async ([month, some]) => {
    const own = some.map(({ _id }) => _id)
    for (const part of inParts(own, 500)) await update(db, receipts, { _id: { $in: part } }, { $set: { month } })
  })
}

/**
 * The ids of receipt lines: they follow from the card's index, so that the same line sent again is the same document. One that was
 * written under an older key version keeps the id it was given then.
 */
async function receiptIds({ db }: Writing, lines: { card: Closed; parts: (string | number)[] }[]): Promise<string[]> {
  const versions = lines[0]?.card.indexes ?? []
  const underEach = versions.map((_, at) => {
    const idOf = documentIds('bank-receipt')
    return lines.map(({ card, parts }) => idOf(card.indexes[at]!, ...parts))
  })
  const [now = [], ...before] = underEach
  const there = new Set((await findIn(db, receipts, '_id', before.flat(), ['month'])).map(({ _id }) => _id))
  return now.map((id, i) => before.map((ids) => ids[i]!).find((old) => there.has(old)) ?? id)
}

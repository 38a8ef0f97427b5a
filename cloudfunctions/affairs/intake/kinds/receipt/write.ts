import { open } from '#kernel/seal/seal'
import { update } from '#store/db/collection'
import { fileSources, type FileSource } from '#store/intake/intake'
import { receipts, type Receipt } from '#store/money/money'
import type { Writing, Written } from '../../writing/writing'
import { bring, type Brought } from '../../writing/bring'
import { sealer, type Closed } from '../../writing/documents'
import { pairMonth, type PairedMonth } from '../../writing/pair-month'
import { placeAgain } from '../../writing/place-again'
import { batchesOf, homeOf } from '../../writing/place-lines'
import { numbered, standingsOf } from '../../writing/standings'
import { keepSource, reportVersions, sourceBefore } from '../../writing/versions'
import type { Receipts } from './rows'
import { byMonth, contentOf, linesOfDay, moveMonths, receiptIds } from './lines'

/**
 * Writes a bank's receipt over earlier versions of it, each line in the month whose plan it answers, and paired with its row if
 * that has come.
 */
export async function writeReceipts(to: Writing, { version, batch, rows }: Receipts): Promise<Written> {
  const card = sealer(to.keys, 'card')
  const { day, paidOn, stated } = batch
  const { fileName, agency, rank, label } = version
  const before = await sourceBefore(to)
  const source: FileSource = {
    fileName,
    agency,
    rank,
    label,
    day,
    _id: to.importId,
    kind: 'bank-receipt',
    at: before?.at ?? to.importedAt,
    rows: {},
    batch: { paidOn, stated, lines: rows.length, months: before?.batch?.months ?? [] },
    decided: [],
  }
  const claims = numbered(
    rows.map((row) => ({ key: `${card(row.card).index}/${row.amountFen}`, fen: row.amountFen, content: contentOf(to, row) })),
  )
  const standing = await standingsOf(
    to,
    source,
    day,
    claims,
    await linesOfDay(
      to,
      source,
      rows.map((row) => card(row.card).indexes),
    ),
    before?.decided ?? [],
  )
  source.decided = standing.decisions
  await keepSource(to, source)

  const fresh = await receiptIds(
    to,
    rows.map((row) => ({ card: card(row.card), parts: [row.stated ?? stated ?? '', day, label, row.amountFen] })),
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
        day,
        ...(row.stated && { stated: row.stated }),
        row: row.row,
        importId: to.importId,
        importedAt: to.importedAt,
      },
    }
  })
  const standingDocuments = brought.filter(({ at }) => standing.stands[at]).map(({ document }) => document)
  const cardOf = new Map(rows.map((row, i) => [ids[i]!, card(row.card)]))
  const pairs = await pairAll(to, standingDocuments, cardOf)
  const done = await bring(to, receipts, source, brought, [standing])
  await moveMonths(to, standingDocuments)
  let corrected = 0
  for (const one of pairs.values()) corrected += await one.correct()
  for (const [month, lost] of byMonth(done.dropped))
    corrected += await (
      await pairMonth(
        to,
        month,
        lost.map(({ cardSealed }) => card(open(to.keys, cardSealed!)).indexes),
      )
    ).correct()
  await update(to.db, fileSources, { _id: to.importId }, { $set: { 'batch.months': own.months } })
  corrected += await placeAgain(to, [...new Set(standingDocuments.map(({ month }) => month))])
  return { added: done.added, changed: done.changed + corrected, personIds: new Map(), versions: await reportVersions(to, source.decided) }
}

/** Pairs the lines of each month, before they are written. */
async function pairAll(to: Writing, documents: Receipt[], cardOf: Map<string, Closed>): Promise<Map<string, PairedMonth>> {
  const pairs = new Map<string, PairedMonth>()
  for (const [month, some] of byMonth(documents)) {
    const paired = await pairMonth(
      to,
      month,
      some.map(({ _id }) => cardOf.get(_id)!.indexes),
      some,
    )
    pairs.set(month, paired)
    for (const document of some) {
      const due = paired.dueOf(document._id)
      document.paymentId = due?._id ?? null
      document.householdId = due?.householdId ?? null
    }
  }
  return pairs
}

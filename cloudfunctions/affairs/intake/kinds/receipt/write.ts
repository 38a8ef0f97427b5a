import type { ReceiptState } from '#domain/money/bank-results'
import type { Day, Month } from '#domain/time/dates'
import { isComparable } from '#domain/files/file-versions'
import { open } from '#kernel/seal/seal'
import { findEach, findIn, inParts, inTurns, update } from '#store/db/collection'
import { fileSources, type FileSource } from '#store/intake/intake'
import { receipts, type Receipt } from '#store/money/money'
import type { Writing, Written } from '../../writing/writing'
import { bring, type Brought } from '../../writing/bring'
import { digestOf, documentIds, sealer, type Closed } from '../../writing/documents'
import { presentIndexes } from '../../writing/find-indexed'
import { pairMonth, type PairedMonth } from '../../writing/pair-month'
import { placeAgain } from '../../writing/place-again'
import { batchesOf, homeOf } from '../../writing/place-lines'
import {
  keepSource,
  numbered,
  reportVersions,
  sourceBefore,
  standingsOf,
  type StoredClaim,
  type VersionOfFile,
} from '../../writing/versions'

/** A line of a bank receipt. `amountFen` in 分; `stated` is the month that the line itself names. */
export interface ReceiptRow {
  card: string
  amountFen: number
  state: ReceiptState
  code: string
  text: string
  postedOn: Day | null
  stated: Month | null
  row: number
}

/**
 * What a receipt as a whole says: the day of the batch, which tells a second try from the first; when most of it was paid; the
 * month that it states.
 */
export interface ReceiptBatch {
  day: Day
  paidOn: Day
  stated: Month | null
}

/** What a receipt says, and which telling of its source it is. */
export interface Receipts {
  version: VersionOfFile
  batch: ReceiptBatch
  rows: ReceiptRow[]
}

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

const contentOf = ({ keys }: Writing, { state, code, text, postedOn }: ReceiptRow): string => digestOf(keys, state, code, text, postedOn)

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

/** Lines of receipts of that day of which this file may be another telling. A card's index as it is written now. */
async function linesOfDay({ db, importId }: Writing, source: FileSource, cards: string[][]): Promise<StoredClaim[]> {
  const sameDay = (await findEach(db, fileSources, { kind: 'bank-receipt' })).filter(
    (other) => other._id === importId || (other.day === source.day && isComparable(source, other)),
  )
  const present = presentIndexes(cards)
  const found = await Promise.all(
    sameDay.map(({ _id }) => findEach(db, receipts, { importId: _id }, ['cardIndex', 'amountFen', 'digest', 'importId', 'row'])),
  )
  return found.flatMap((lines) =>
    numbered(
      [...lines]
        .sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
        .map(({ _id, cardIndex, amountFen, digest, importId: from }) => ({
          _id,
          importId: from,
          key: `${present.get(cardIndex) ?? cardIndex}/${amountFen}`,
          fen: amountFen,
          content: digest,
        })),
    ),
  )
}

/** Lines that were there already, in another month. */
async function moveMonths({ db }: Writing, documents: Receipt[]): Promise<void> {
  const there = new Map(
    (
      await findIn(
        db,
        receipts,
        '_id',
        documents.map(({ _id }) => _id),
        ['month'],
      )
    ).map(({ _id, month }) => [_id, month]),
  )
  await inTurns(byMonth(documents.filter(({ _id, month }) => there.get(_id) !== month)), 3, async ([month, some]) => {
    for (const part of inParts(
      some.map(({ _id }) => _id),
      500,
    ))
      await update(db, receipts, { _id: { $in: part } }, { $set: { month } })
  })
}

function byMonth<T extends { month: Month }>(list: T[]): Map<Month, T[]> {
  const months = new Map<Month, T[]>()
  for (const one of list) {
    const own = months.get(one.month)
    if (own) own.push(one)
    else months.set(one.month, [one])
  }
  return months
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

import type { Month } from '#domain/time/dates'
import { isComparable } from '#domain/files/file-versions'
import { findEach, findIn, inParts, inTurns, update } from '#store/db/collection'
import { fileSources, type FileSource } from '#store/intake/intake'
import { receipts, type Receipt } from '#store/money/money'
import type { Writing } from '../../writing/writing'
import { digestOf, documentIds, type Closed } from '../../writing/documents'
import { presentIndexes } from '../../writing/find-indexed'
import { numbered, type StoredClaim } from '../../writing/standings'
import type { ReceiptRow } from './rows'

/** What a receipt's line says, beside what it is about. */
export const contentOf = ({ keys }: Writing, { state, code, text, postedOn }: ReceiptRow): string =>
  digestOf(keys, state, code, text, postedOn)

/** Lines of receipts of that day of which this file may be another telling. A card's index as it is written now. */
export async function linesOfDay({ db, importId }: Writing, source: FileSource, cards: string[][]): Promise<StoredClaim[]> {
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

/**
 * The ids of receipt lines: they follow from the card's index, so that the same line sent again is the same document. One that was
 * written under an older key version keeps the id it was given then.
 */
export async function receiptIds({ db }: Writing, lines: { card: Closed; parts: (string | number)[] }[]): Promise<string[]> {
  const versions = lines[0]?.card.indexes ?? []
  const underEach = versions.map((_, at) => {
    const idOf = documentIds('bank-receipt')
    return lines.map(({ card, parts }) => idOf(card.indexes[at]!, ...parts))
  })
  const [now = [], ...before] = underEach
  const there = new Set((await findIn(db, receipts, '_id', before.flat(), ['month'])).map(({ _id }) => _id))
  return now.map((id, i) => before.map((ids) => ids[i]!).find((old) => there.has(old)) ?? id)
}

/** Lines that were there already, in another month. */
export async function moveMonths({ db }: Writing, documents: Receipt[]): Promise<void> {
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

export function byMonth<T extends { month: Month }>(list: T[]): Map<Month, T[]> {
  const months = new Map<Month, T[]>()
  for (const one of list) {
    const own = months.get(one.month)
    if (own) own.push(one)
    else months.set(one.month, [one])
  }
  return months
}

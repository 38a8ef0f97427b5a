import { isComparable } from '#domain/files/file-versions'
import { findEach, findIn } from '#store/db/collection'
import { fileSources, type FileSource } from '#store/intake/intake'
import { receipts } from '#store/money/money'
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

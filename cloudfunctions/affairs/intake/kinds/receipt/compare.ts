import { isComparable } from '#domain/files/file-versions'
import { findEach } from '#store/db/read'
import { fileSources, type FileSource } from '#store/intake/intake'
import { receipts, type Receipt } from '#store/money/money'
import { digestOf, sealer, type Closed } from '../../writing/documents'
import { findIndexed, presentIndexes } from '../../writing/find-indexed'
import { grouped } from '../../writing/grouped'
import { numbered, standingsOf, type Claim, type Standings, type StoredClaim } from '../../writing/standings'
import { decideVersions, keepSource, sourceBefore } from '../../writing/versions'
import type { Writing } from '../../writing/writing'
import type { ReceiptRow, Receipts } from './rows'

/** What a receipt's lines are compared by. */
type There = Pick<Receipt, '_id' | 'cardIndex' | 'amountFen' | 'digest' | 'importId' | 'row'>
const ofThere = ['cardIndex', 'amountFen', 'digest', 'importId', 'row']

/** Compares a receipt with those of its day. */
export async function prepareReceipts(to: Writing, told: Receipts, chunks: () => AsyncIterable<ReceiptRow[]>): Promise<undefined> {
  const { version, batch } = told
  const before = await sourceBefore(to)
  const source: FileSource = {
    ...version,
    day: batch.day,
    _id: to.importId,
    kind: 'bank-receipt',
    at: before?.at ?? to.importedAt,
    rows: {},
    batch: { paidOn: batch.paidOn, stated: batch.stated, lines: batch.lines, months: before?.batch?.months ?? [] },
    decided: [],
  }
  const found: There[] = []
  for (const { _id } of await tellingsOf(to, source)) found.push(...(await findEach(to.db, receipts, { importId: _id }, ofThere)))
  const mine: Claim[] = []
  const present = new Map<string, string>()
  // The only receipt of its day is no version of any other: most are, and their lines are not looked at twice.
  for await (const rows of found.length > 0 ? chunks() : []) {
    const card = sealer(to.keys, 'card')
    mine.push(...rows.map((row) => ({ ...aboutOf(card, row), fen: row.amountFen, content: contentOf(to, row) })))
    for (const [index, now] of presentIndexes(rows.map((row) => card(row.card).indexes))) present.set(index, now)
  }
  source.decided = await decideVersions(to, source, batch.day, numbered(mine), storedClaims(found, present), before?.decided ?? [])
  await keepSource(to, source)
  return undefined
}

/** Lines of one chunk against what is there on the same cards. */
export async function compareLines(
  to: Writing,
  source: FileSource,
  rows: ReceiptRow[],
  card: (text: string) => Closed,
): Promise<Standings> {
  const cards = rows.map((row) => card(row.card).indexes)
  const tellings = (await tellingsOf(to, source)).map(({ _id }) => _id)
  const found: There[] = await findIndexed(to.db, receipts, to.keys, 'cardIndex', cards, ofThere, { importId: { $in: tellings } })
  const mine = numbered(rows.map((row) => aboutOf(card, row)))
  return standingsOf(to, source, source.day!, mine, storedClaims(found, presentIndexes(cards)))
}

/** Receipts of that day of which this file may be another telling, itself among them. */
const tellingsOf = async ({ db, importId }: Writing, source: FileSource): Promise<FileSource[]> =>
  (await findEach(db, fileSources, { kind: 'bank-receipt' })).filter(
    (other) => other._id === importId || (other.day === source.day && isComparable(source, other)),
  )

const aboutOf = (card: (text: string) => Closed, row: ReceiptRow): Pick<Claim, 'key'> => ({
  key: `${card(row.card).index}/${row.amountFen}`,
})

export const contentOf = ({ keys }: Writing, { state, code, text, postedOn }: ReceiptRow): string =>
  digestOf(keys, state, code, text, postedOn)

/** A card's index as it is written now. */
const storedClaims = (found: There[], present: Map<string, string>): StoredClaim[] =>
  [...grouped(found, ({ importId }) => importId).values()].flatMap((lines) =>
    numbered(
      lines
        .sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
        .map(({ _id, cardIndex, amountFen, digest, importId }) => ({
          _id,
          importId,
          key: `${present.get(cardIndex) ?? cardIndex}/${amountFen}`,
          fen: amountFen,
          content: digest,
        })),
    ),
  )

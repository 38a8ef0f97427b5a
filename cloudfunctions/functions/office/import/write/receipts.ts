import { findIn, put } from '#store/collection'
import { receipts, type Receipt } from '#store/money'
import type { ReceiptBatch, ReceiptRow } from '../kinds/bank-receipt'
import type { Writing, Written } from '../kind'
import { digestOf, documentIds, sealer, type Closed } from './documents'
import { pairMonth } from './pair-month'

/** Writes a bank's receipt, each line paired with the plan row it answers, if that has come. */
export async function writeReceipts(to: Writing, { month, day }: ReceiptBatch, rows: ReceiptRow[]): Promise<Written> {
  const card = sealer(to.keys, 'card')
  const ids = await receiptIds(to, rows.map((row) => ({ card: card(row.card), parts: [month, day, row.amountFen] })))
  const documents = rows.map((row, i): Receipt => {
    const { sealed, index } = card(row.card)
    return {
      _id: ids[i]!,
      digest: digestOf(to.keys, row.state, row.code, row.text, row.postedOn),
      paymentId: null,
      householdId: null,
      month,
      cardSealed: sealed,
      cardIndex: index,
      amountFen: row.amountFen,
      state: row.state,
      code: row.code,
      text: row.text,
      postedOn: row.postedOn,
      row: row.row,
      importId: to.importId,
      importedAt: to.importedAt,
    }
  })
  const pairs = await pairMonth(to, month, rows.map((row) => card(row.card).indexes), documents)
  for (const document of documents) {
    const due = pairs.dueOf(document._id)
    document.paymentId = due?._id ?? null
    document.householdId = due?.householdId ?? null
  }
  const done = await put(to.db, receipts, documents)
  const corrected = await pairs.correct()
  return { added: done.added, changed: done.changed + corrected, personIds: new Map() }
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

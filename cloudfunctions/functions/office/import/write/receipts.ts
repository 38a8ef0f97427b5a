import { put } from '#store/collection'
import { receipts, type Receipt } from '#store/money'
import type { ReceiptBatch, ReceiptRow } from '../kinds/bank-receipt'
import type { Writing, Written } from '../kind'
import { digestOf, documentIds, sealer } from './documents'
import { pairMonth } from './pair-month'

/** Writes a bank's receipt, each line paired with the plan row it answers, if that has come. */
export async function writeReceipts(to: Writing, { month, day }: ReceiptBatch, rows: ReceiptRow[]): Promise<Written> {
  const idOf = documentIds('bank-receipt')
  const card = sealer(to.keys, 'card')
  const documents = rows.map((row): Receipt => {
    const cardIndex = card(row.card).index
    return {
      _id: idOf(cardIndex, month, day, row.amountFen),
      digest: digestOf(to.keys, row.state, row.code, row.text, row.postedOn),
      paymentId: null,
      householdId: null,
      month,
      cardIndex,
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
  const pairs = await pairMonth(to.db, month, documents.map(({ cardIndex }) => cardIndex), documents)
  for (const document of documents) {
    const due = pairs.dueOf(document._id)
    document.paymentId = due?._id ?? null
    document.householdId = due?.householdId ?? null
  }
  const done = await put(to.db, receipts, documents)
  const corrected = await pairs.correct()
  return { added: done.added, changed: done.changed + corrected, personIds: new Map() }
}

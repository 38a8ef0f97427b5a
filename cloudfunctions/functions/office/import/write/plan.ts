import type { Month } from '#domain/dates'
import { put } from '#store/collection'
import { payments, type Payment } from '#store/money'
import type { PlanRow } from '../kinds/payment-plan'
import type { Writing, Written } from '../kind'
import { digestOf, documentIds, sealer } from './documents'
import { knowPeople } from './people'
import { pairMonth } from './pair-month'

/** Writes a month's plan, and joins it to receipts that came before it. */
export async function writePlan(to: Writing, month: Month, rows: PlanRow[]): Promise<Written> {
  const { people, personIds, added } = await knowPeople(to, rows)
  const idOf = documentIds('payment-plan')
  const card = sealer(to.keys, 'card')
  const documents = rows.map((row): Payment => {
    const { _id: personId, householdId } = people.get(row.id)!
    const { sealed, index } = card(row.card)
    return {
      _id: idOf(personId, row.programme, row.period, month, row.dueFen),
      digest: digestOf(to.keys, row.card, row.accountName, row.forWhom),
      personId,
      householdId,
      forWhom: row.forWhom,
      programme: row.programme,
      month,
      period: row.period,
      dueFen: row.dueFen,
      accountName: row.accountName,
      cardSealed: sealed,
      cardIndex: index,
      row: row.row,
      importId: to.importId,
      importedAt: to.importedAt,
    }
  })
  const done = await put(to.db, payments, documents)
  const paired = await (await pairMonth(to, month, rows.map((row) => card(row.card).indexes))).correct()
  return { added: added + done.added, changed: done.changed + paired, personIds }
}

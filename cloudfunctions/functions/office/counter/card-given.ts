import type { office } from '#contract/office/actions'
import type { Action } from '#kernel/call/on'
import { inTransaction } from '#store/db/transaction'
import { paperCards } from '#store/people/cards'
import { cardAtCounter } from './card-at-counter'

/** The card came out of the printer and into the hand of who stands there: it waits in no village's list any more. */
export const cardGiven: Action<typeof office.cardGiven> = async ({ token }, on) => {
  const { code } = await cardAtCounter(on, token, 'office.cardGiven')
  const { staff } = await on.caller()
  const { today } = on.moment
  await inTransaction(on.db, async (transaction) => {
    const paper = await transaction.get(paperCards, code._id)
    // The same card once more, because it was torn: since when the person has it stays.
    if (paper?.state === 'handed') return
    const printedOn = paper?.printedOn ?? today
    await transaction.set(paperCards, { _id: code._id, state: 'handed', printedOn, handedOn: today, receiver: 'self', by: staff!._id })
  })
  return { left: true }
}

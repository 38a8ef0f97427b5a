import type { office } from '#contract/office/actions'
import { cardActs, type CardMark, type Receiver } from '#domain/work/cards'
import { canBe, stateAfter } from '#domain/work/transitions'
import type { Day } from '#domain/time/dates'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { cardsOfVillage, type VillageCard } from '#affairs/cards/village'
import { inTransaction } from '#store/db/transaction'
import { inTurns } from '#store/db/turns'
import { paperCards, type PaperCard } from '#store/people/cards'
import { presentCards } from './present-cards'
import { servedVillage } from './served-village'

/** Printed, handed over, to be printed again: for many in one go. Of two who mark the same card at once, both marks that fit count. */
export const markCards: Action<typeof office.markCards> = async ({ village, ids, mark, receiver }, on) => {
  if (mark === 'handed' && !receiver) throw refusals.badInput('请选是谁领的：本人、家里人，还是村里代收。')
  const { cards } = await servedVillage(on, village, `office.markCards.${mark}`)
  const by = (await on.caller()).staff!._id
  const chosen = cards.filter(({ code }) => ids.includes(code._id))
  let marked = 0
  await inTurns(chosen, 8, async ({ code }: VillageCard) => {
    const isMarked = await inTransaction(on.db, async (transaction) => {
      const paper = await transaction.get(paperCards, code._id)
      if (!canBe(cardActs, mark, paper?.state ?? 'asked')) return false
      await transaction.set(paperCards, marking(paper ?? unprinted(code._id, by), { mark, by, today: on.moment.today, receiver }))
      return true
    })
    if (isMarked) marked++
  })
  return { ...(await presentCards(on, village, await cardsOfVillage(on.db, village))), left: ids.length - marked }
}

const unprinted = (_id: string, by: string): PaperCard => ({ _id, state: 'asked', printedOn: null, handedOn: null, receiver: null, by })

function marking(
  paper: PaperCard,
  { mark, by, today, receiver }: { mark: CardMark; by: string; today: Day; receiver?: Receiver | undefined },
): PaperCard {
  const state = stateAfter(cardActs, mark, paper.state)
  return {
    ...{ _id: paper._id, state, by },
    printedOn: mark === 'printed' ? today : state === 'asked' ? null : paper.printedOn,
    handedOn: state === 'handed' ? today : null,
    receiver: state === 'handed' ? (receiver ?? null) : null,
  }
}

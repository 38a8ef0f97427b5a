import type { office } from '#contract/office/actions'
import { signCode } from '#kernel/access/code-signer'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { issueMissing } from '#affairs/cards/issue'
import { presentCard } from '#affairs/cards/present-card'
import { cardsOfVillage } from '#affairs/cards/village'
import { presentCards } from './present-cards'
import { servedVillage } from './served-village'

/** The cards of one village and how far each is. */
export const villageCards: Action<typeof office.villageCards> = async ({ village }, on) =>
  presentCards(on, village, await servedVillage(on, village, 'office.villageCards'))

/** Codes for those of a village who have none: as many as were shown, or it is looked at again first. */
export const issueCards: Action<typeof office.issueCards> = async ({ village, people }, on) => {
  const { without } = await servedVillage(on, village, 'office.issueCards')
  if (without.length > 0 && without.length !== people)
    throw refusals.badInput(`没有码的现在是 ${without.length} 人，和刚才看到的 ${people} 人不一样。请重新打开这个村，看清楚再发。`)
  await issueMissing({ db: on.db, keys: on.keys, today: on.moment.today }, without)
  return presentCards(on, village, await cardsOfVillage(on.db, village))
}

/** The faces of some cards, in the order of the list. */
export const printCards: Action<typeof office.printCards> = async ({ village, ids }, on) => {
  const { cards } = await servedVillage(on, village, 'office.printCards')
  const chosen = cards.filter(({ code }) => ids.includes(code._id))
  if (chosen.length === 0) throw refusals.badInput('勾的这些卡现在都不能用了，可能刚补过卡。请重新打开这个村再印。')
  return {
    cards: chosen.map(({ code, person, serial }) => ({
      ...presentCard(on.county, signCode(on.keys, code._id), { name: person?.name ?? '' }, code),
      serial,
    })),
  }
}

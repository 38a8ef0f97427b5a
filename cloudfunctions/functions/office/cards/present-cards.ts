import type { VillageCards as Presented } from '#contract/office/cards'
import { covers } from '#domain/access/grants'
import { normOn } from '#domain/county/parameters'
import { maskName } from '#domain/people/names'
import { isUsable } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import { sayVillage } from '#affairs/cards/present-card'
import type { VillageCard, VillageCards } from '#affairs/cards/village'

/** A village's cards as the office sees them: masked as on the cards, which lie about. */
export async function presentCards(on: On, village: string, { cards, without }: VillageCards): Promise<Presented> {
  const { grants = [] } = await on.caller()
  const usable = grants.filter((grant) => isUsable(grant, on.moment) && grant.householdId === null && covers(grant.area, village))
  return {
    village,
    place: sayVillage(on.county, village),
    cards: cards.map(presentOne),
    without: without.length,
    lateAfterDays: normOn(on.county, 'card-hand-days', on.moment.today),
    grants: usable.map(({ _id, purpose }) => ({ id: _id, purpose: on.county.purposes.find(({ id }) => id === purpose)?.label ?? purpose })),
  }
}

const presentOne = ({ code, serial, home, person, paper }: VillageCard): Presented['cards'][number] => ({
  ...{ id: code._id, serial, issuedOn: code.issuedOn },
  name: maskName(person?.name ?? ''),
  relation: person?.relation ?? '',
  head: maskName(home?.headName ?? ''),
  state: paper?.state ?? 'asked',
  ...(paper?.printedOn && { printedOn: paper.printedOn }),
  ...(paper?.handedOn && { handedOn: paper.handedOn }),
  ...(paper?.receiver && { receiver: paper.receiver }),
})

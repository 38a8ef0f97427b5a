import { cardsNotHandedOver } from '#domain/alerts/detectors/cards'
import { normOn } from '#domain/county/parameters'
import { daysAfter } from '#domain/time/dates'
import { countVillages } from '../cards/count-villages'
import type { Watch } from './watch'

/** Cards that were printed and lie about: a scope is a town. */
export const cardsWatch: Watch = {
  detectors: ['card_not_handed_over'],
  scopes: ({ county }) => Promise.resolve(county.towns.map(({ code }) => code)),
  async look({ db, county, moment }, townCode) {
    const town = county.towns.find(({ code }) => code === townCode)
    if (!town) return { card_not_handed_over: [] }
    const days = normOn(county, 'card-hand-days', moment.today)
    const villages = await countVillages(db, town, daysAfter(moment.today, -days))
    const agencyId = county.agencies.find(({ area }) => area === townCode)?.id ?? county.duties.data
    return {
      card_not_handed_over: cardsNotHandedOver(
        villages.map(({ code, late }) => ({ villageCode: code, townCode, late })),
        agencyId,
        days,
      ),
    }
  },
}

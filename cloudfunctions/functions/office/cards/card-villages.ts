import type { CardVillages } from '#contract/office/cards'
import type { office } from '#contract/office/actions'
import { normOn } from '#domain/county/parameters'
import { daysAfter } from '#domain/time/dates'
import type { Action } from '#kernel/call/on'
import { countVillages } from '#affairs/cards/count-villages'
import { serves } from '#affairs/cards/counter'

/** How far the cards of a town's villages are: numbers, and nobody's name. */
export const cardVillages: Action<typeof office.cardVillages> = async ({ town }, on): Promise<CardVillages> => {
  const { county, moment } = on
  const { staff } = await on.caller()
  const served = county.towns.filter(({ code }) => serves(county, staff!.agencyId, `${code}000`))
  const chosen = served.find(({ code }) => code === town) ?? served[0]
  const lateAfterDays = normOn(county, 'card-hand-days', moment.today)
  return {
    towns: served.map(({ code, name }) => ({ code, name })),
    villages: chosen ? await countVillages(on.db, chosen, daysAfter(moment.today, -lateAfterDays)) : [],
    lateAfterDays,
  }
}

import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { counterPosts, serves } from '#affairs/cards/counter'
import { cardsOfVillage, type VillageCards } from '#affairs/cards/village'

/** The cards of a village that the caller's office serves; on record. @throws Refusal that says who serves it. */
export async function servedVillage(on: On, village: string, action: string): Promise<VillageCards> {
  const caller = await on.caller()
  const granted = serves(on.county, caller.staff!.agencyId, village)
  const found = granted ? await cardsOfVillage(on.db, village) : undefined
  await recordLook(on, caller, { action, granted, area: village, ...(found && { rows: found.cards.length }) })
  if (!found) throw refusals.notAllowed(counterPosts(on.county))
  return found
}

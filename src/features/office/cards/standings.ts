import type { VillageCard, VillageCards } from '#contract/office/cards'
import type { Day } from '#domain/time/dates'
import { daysBetween } from '#domain/time/dates'

/** How far a card is, as the office works on them: printed ones that lie about too long stand apart. */
const standings = { asked: '等印', late: '拖着没发', printed: '印好等发', handed: '发到手了' } as const
export type Standing = keyof typeof standings

function standingOf({ state, printedOn }: VillageCard, lateAfterDays: number, today: Day): Standing {
  const lies = state === 'printed' && printedOn !== undefined && daysBetween(printedOn, today) > lateAfterDays
  return lies ? 'late' : state
}

/** The cards of a village by how far they are, each in the order of the list. */
export function byStanding({ cards, lateAfterDays }: VillageCards, today: Day): Record<Standing, VillageCard[]> {
  const sorted: Record<Standing, VillageCard[]> = { asked: [], late: [], printed: [], handed: [] }
  for (const card of cards) sorted[standingOf(card, lateAfterDays, today)].push(card)
  return sorted
}

const order = Object.keys(standings) as Standing[]

/** The tabs with their numbers; none for what lies about too long where nothing does. */
export const tabsOf = (sorted: Record<Standing, VillageCard[]>): { id: Standing; label: string }[] =>
  order.filter((id) => id !== 'late' || sorted.late.length > 0).map((id) => ({ id, label: `${standings[id]} ${sorted[id].length}` }))

/** Where to begin: the first that has any. */
export const firstOf = (sorted: Record<Standing, VillageCard[]>): Standing => order.find((id) => sorted[id].length > 0) ?? 'asked'

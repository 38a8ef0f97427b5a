import type { bulletin } from '#contract/bulletin'
import type { Action } from '#kernel/serve'
import { reportFigures } from '#store/reports'
import { suggestionFigures } from '#store/suggestions'
import { countInYear } from '#store/tallies'

/** How many looked, spoke, reported (up to yesterday) and were answered this year. Counts only. */
export const figures: Action<typeof bulletin.figures> = async (_, { db, moment: { today } }) => {
  const year = today.slice(0, 4)
  const [visits, suggestions, reports] = await Promise.all([countInYear(db, 'visit', year), suggestionFigures(db, year), reportFigures(db, year, today)])
  return { year, visits, suggestions, reports }
}

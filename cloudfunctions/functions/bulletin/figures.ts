import type { bulletin } from '#contract/bulletin/actions'
import type { Action } from '#kernel/call/on'
import { reportFigures } from '#store/reports/figures'
import { suggestionFigures } from '#store/public/suggestions'
import { countInYear } from '#store/public/tallies'

/** How many looked, spoke, reported (up to yesterday) and were answered this year. Counts only. */
export const figures: Action<typeof bulletin.figures> = async (_, { db, moment: { today } }) => {
  const year = today.slice(0, 4)
  const [scans, suggestions, reports] = await Promise.all([
    countInYear(db, 'scan', year),
    suggestionFigures(db, year),
    reportFigures(db, year, today),
  ])
  return { year, scans, suggestions, reports }
}

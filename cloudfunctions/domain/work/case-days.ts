import type { County } from '../county/county'
import type { NormId } from '../county/norms'
import { normOn } from '../county/parameters'
import { addMonths, dayNamed, daysAfter, isCalendarDay, monthOf, type Day } from '../time/dates'
import { isUndecided, type CaseState } from './cases'

/** Days that a step may take, from the day on which the case came to it. */
const stepDays: Partial<Record<CaseState, NormId>> = {
  clue: 'case-clue-days',
  check: 'case-check-days',
  compare: 'case-compare-days',
  decision: 'case-decide-days',
  effect: 'case-effect-days',
  telling: 'case-tell-days',
  appeal: 'case-answer-days',
  restoring: 'case-effect-days',
}

/** What a case has of days besides the one on which it came to its state. */
export interface CaseDays {
  /** Until when all of it is to be decided. */
  wholeDueOn: Day
  noticeUntil: Day | null
  watchUntil: Day | null
}

/**
 * Until when the next step is due. All steps together end by `wholeDueOn`; only a notice is never cut short: what follows it is due some
 * days after its last. Nothing once the case has ended.
 */
export function caseDueOn(county: County, state: CaseState, since: Day, { wholeDueOn, noticeUntil, watchUntil }: CaseDays): Day | null {
  if (state === 'watch') return watchUntil && daysAfter(watchUntil, normOn(county, 'case-end-days', since))
  const norm = stepDays[state]
  if (state === 'notice') return noticeUntil && daysAfter(noticeUntil, normOn(county, 'case-propose-days', since))
  if (norm === undefined) return null
  const due = daysAfter(since, normOn(county, norm, since))
  // What came late to its last steps has today at least.
  return isUndecided(state) && wholeDueOn < due ? (wholeDueOn < since ? since : wholeDueOn) : due
}

/** The last day of a notice that begins today: it is shown on as many days as the pack says, the first counted. */
export const noticeEnds = (county: County, today: Day): Day => daysAfter(today, normOn(county, 'notice-days', today) - 1)

export const appealEnds = (county: County, toldOn: Day): Day => daysAfter(toldOn, normOn(county, 'case-appeal-days', toldOn))

/** The same day so many months later; of a month that has none, its last. */
export function watchEnds(county: County, toldOn: Day): Day {
  const month = addMonths(monthOf(toldOn), normOn(county, 'case-watch-months', toldOn))
  const [year, m] = month.split('-').map(Number) as [number, number]
  const same = `${month}-${toldOn.slice(8)}` as Day
  return isCalendarDay(same) ? same : dayNamed(year, m, new Date(Date.UTC(year, m, 0)).getUTCDate())
}

export const isCaseLate = ({ dueOn }: { dueOn: Day | null }, today: Day): boolean => dueOn !== null && dueOn < today

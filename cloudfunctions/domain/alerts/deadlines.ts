import type { County } from '../county/county'
import type { NormId } from '../county/norms'
import { normOn } from '../county/parameters'
import { daysAfter, type Day } from '../time/dates'
import type { AlertState, OpenState } from '../work/alerts'
import { isOpenState } from '../work/alerts'

const stepDays: Record<OpenState, NormId> = {
  found: 'alert-found-days',
  handed: 'alert-handed-days',
  inspection: 'alert-inspection-days',
  rectification: 'alert-rectification-days',
  recheck: 'alert-recheck-days',
}

/** Until when the next step is due, from the day on which it came to this state; nothing once it has ended. `days`: as ordered. */
export const dueOnOf = (county: County, state: AlertState, since: Day, days?: number): Day | null =>
  isOpenState(state) ? daysAfter(since, days ?? normOn(county, stepDays[state], since)) : null

export const isLate = ({ dueOn }: { dueOn: Day | null }, today: Day): boolean => dueOn !== null && dueOn < today

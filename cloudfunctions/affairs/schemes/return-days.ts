import type { County } from '#domain/county/county'
import { normOn } from '#domain/county/parameters'
import type { PrincipalDue } from '#domain/money/scheme-dues'
import { daysAfter, type Day } from '#domain/time/dates'
import { workingDaysAfter } from '#domain/time/working-days'
import { calendar } from '#kernel/calendar/china'

/**
 * Until when the principal of whoever left on a day is to be back: by working days; `day` is missing where a year's are not known yet.
 * `latest` is a day that no calendar gets beyond: twice the days for weekends, and fifteen more for the longest holiday with its sides.
 */
export function principalDue(county: County, exitOn: Day): PrincipalDue {
  const workingDays = normOn(county, 'principal-return-days', exitOn)
  const day = workingDaysAfter(calendar, exitOn, workingDays)
  return { workingDays, latest: daysAfter(exitOn, 2 * workingDays + 15), ...(day && { day }) }
}

/** Until when a year's dividend is to be paid. */
export const dividendDueOn = (county: County, year: number): Day => {
  const last = `${year}-12-31` as Day
  return daysAfter(last, normOn(county, 'dividend-paid-days', last))
}

/** Until when a household that left the register is to be told. */
export const tellDueOn = (county: County, offSince: Day): Day => daysAfter(offSince, normOn(county, 'scheme-tell-days', offSince))

import { daysAfter, type Day } from './dates'

/** Of a year what the State Council says: days that are kept, and days of a weekend that are worked instead. */
export interface Calendar {
  holidays: ReadonlySet<string>
  workdays: ReadonlySet<string>
  /** Years that the State Council has spoken of. Of any other nothing is known, its weekdays no more than its weekends. */
  years: ReadonlySet<string>
}

/** Whether people work on a day; nothing where its year's holidays are not known. */
export function isWorkingDay({ holidays, workdays, years }: Calendar, day: Day): boolean | undefined {
  if (!years.has(day.slice(0, 4))) return undefined
  if (holidays.has(day)) return false
  return workdays.has(day) || ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

/** The last of so many working days, the first of them the one after `from`; nothing where it lies in a year that is not known. */
export function workingDaysAfter(calendar: Calendar, from: Day, count: number): Day | undefined {
  let day = from
  for (let left = count; left > 0;) {
    day = daysAfter(day, 1)
    const isWorking = isWorkingDay(calendar, day)
    if (isWorking === undefined) return undefined
    if (isWorking) left--
  }
  return day
}

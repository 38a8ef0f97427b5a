import days from 'chinese-days/dist/chinese-days.json'
import type { Calendar } from '#domain/time/working-days'

/**
 * China's holidays and make-up days as the State Council has announced them, up to the last year that the package knows. Its data only: its
 * functions take a year without an announcement for one without holidays, and count by the machine's time zone.
 */
export const calendar: Calendar = {
  holidays: new Set(Object.keys(days.holidays)),
  workdays: new Set(Object.keys(days.workdays)),
  years: new Set(Object.keys(days.holidays).map((day) => day.slice(0, 4))),
}

import { dayNamed, isCalendarDay, type Day } from '../../time/dates'

/**
 * The day on which somebody is full `age` years old. Born on 29 February, in a year without one: the last day of that month, as 民法典
 * §202 counts time by years whose month has no such day.
 */
export function birthdayOf(birth: Day, age: number): Day {
  const [year, month, date] = birth.split('-').map(Number) as [number, number, number]
  const day = dayNamed(year + age, month, date)
  return isCalendarDay(day) ? day : dayNamed(year + age, month, date - 1)
}

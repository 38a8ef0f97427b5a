import { dayNamed, type Day } from '../time/dates'

/** Rules for binding a phone to a person: a wrong guess must not pay. What is policy of it stands in the county pack (`norms`). */

/**
 * Beginnings of a binding in ten minutes, from one phone or of one card by phones that nobody knows; and from one address. They
 * lock nobody out for longer.
 */
export const startsPerWindow = 20
export const startsPerAddress = 120

/** Minutes for which a phone that lost the answer may send the same code, or the same first step, again. */
export const repeatMinutes = 10

/** Whole years between a birth day and a day, both `YYYY-MM-DD`. */
export function ageOn(birth: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4))
  return today.slice(5) < birth.slice(5) ? years - 1 : years
}

/** The day on which somebody born on `birth` reaches an age; somebody born on 29 February does on 1 March. */
export function dayOfAge(birth: Day, age: number): Day {
  const year = Number(birth.slice(0, 4)) + age
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  const [, month, date] = birth.split('-').map(Number) as [number, number, number]
  return month === 2 && date === 29 && !leap ? dayNamed(year, 3, 1) : dayNamed(year, month, date)
}

/**
 * How likely it is that guessing opens a given household within `days`, of `triesPerDay` each. `idTails` and `phoneTails`: how many
 * values are equally likely to the guesser (of ID numbers the last six, of phones the last four). Somebody must then still
 * persuade a grid worker face to face for every single try; that is not counted in.
 */
export function guessingChance({
  idTails,
  phoneTails,
  triesPerDay,
  days,
}: Record<'idTails' | 'phoneTails' | 'triesPerDay' | 'days', number>): number {
  return Math.min(1, (triesPerDay * days) / (idTails * phoneTails))
}

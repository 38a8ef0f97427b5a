import { isCalendarDay, type Day } from '../time/dates'

/** Chinese citizen identity numbers, GB 11643-1999: 17 digits and a check character (ISO 7064 MOD 11-2). */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
const digitZero = 48

/** Why a number is not a usable identity number. The words for people stand with the intake, not here. */
export type IdNumberFault = 'missing' | 'length' | 'characters' | 'birth-date' | 'check-digit'

/** The check character of the first 17 digits. */
export function checkCharacter(first17: string): string {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * (first17.charCodeAt(i) - digitZero)
  return checkCharacters[sum % 11]!
}

/** What is wrong with a cleaned identity number (half-width, upper-case X, no spaces), or nothing. */
export function idNumberFault(id: string): IdNumberFault | undefined {
  if (id === '') return 'missing'
  if (id.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(id)) return 'characters'
  if (!isCalendarDay(birthOf(id))) return 'birth-date'
  if (checkCharacter(id.slice(0, 17)) !== id[17]) return 'check-digit'
  return undefined
}

/** Birth day in the number, `YYYY-MM-DD`. */
export const birthOf = (id: string): Day => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}` as Day

/** Sex in the number: an odd 17th digit is a man's. */
export const sexOf = (id: string): '男' | '女' => (Number(id[16]) % 2 === 1 ? '男' : '女')

/**
 * The number of 18 characters that an old one of 15 digits became (GB 11643-1999: the century 19 before the year, the check character
 * behind). Nothing for what is no such number; those whose last three digits are 996–999 were born in the century before and are not made
 * anew by rule.
 */
export function upgradedIdNumber(id: string): string | undefined {
  if (!/^\d{15}$/.test(id) || /99[6-9]$/.test(id)) return undefined
  const first17 = `${id.slice(0, 6)}19${id.slice(6)}`
  const upgraded = first17 + checkCharacter(first17)
  return idNumberFault(upgraded) === undefined ? upgraded : undefined
}

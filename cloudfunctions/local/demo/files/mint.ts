import { checkCharacter } from '#domain/people/id-number'
import { dayNamed, type Day } from '#domain/time/dates'
import { dice } from './random'
import words from './words.json'

export type Sex = '男' | '女'

/** Makes names and numbers of people who cannot exist: no county has prefix 330399, no mobile starts with 160. All numbers are unique. */
export interface Mint {
  name(sex: Sex, surname?: string): string
  id(birth: Day, sex: Sex): string
  card(): string
  phone(): string
  /** A day in that year; February 29 and the 31st are left out. */
  dayIn(year: number): Day
  /** One with throws of its own: neither gives what the other has given. */
  another(seed: number): Mint
}

export const mint = (seed: number): Mint => mintBeside(seed, new Set())

function mintBeside(seed: number, taken: Set<string>): Mint {
  const names = dice(seed, 'names')
  const numbers = dice(seed, 'numbers')
  const surnames = Object.entries(words.surnames).map(([surname, weight]) => ({ surname, weight }))
  const given = { 男: [...words.maleGiven], 女: [...words.femaleGiven] }

  const fresh = (make: () => string): string => {
    for (;;) {
      const made = make()
      if (taken.has(made)) continue
      taken.add(made)
      return made
    }
  }
  const digits = (count: number) => String(numbers.int(0, 10 ** count - 1)).padStart(count, '0')

  return {
    name: (sex, surname = names.weighted(surnames).surname) =>
      surname + names.pick(given[sex]) + (names.chance(0.85) ? names.pick(given[sex]) : ''),
    id: (birth, sex) =>
      fresh(() => {
        const order = numbers.int(0, 499) * 2 + (sex === '男' ? 1 : 0)
        const first17 = `330399${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`
        return first17 + checkCharacter(first17)
      }),
    card: () =>
      fresh(() => {
        const first18 = '62000000' + digits(10)
        return first18 + luhnDigit(first18)
      }),
    phone: () => fresh(() => '160' + digits(8)),
    another: (other) => mintBeside(other, taken),
    dayIn: (year) => dayNamed(year, numbers.int(1, 12), numbers.int(1, 28)),
  }
}

/** The last digit that makes a card number pass ISO/IEC 7812 (Luhn). */
function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

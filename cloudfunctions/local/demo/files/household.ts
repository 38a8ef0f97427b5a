import type { Fen } from '#domain/money/money'
import type { Town, Village } from '#domain/county/county'
import type { Day, Month } from '#domain/time/dates'
import type { Category } from '#domain/register/register'
import type { Sex } from './mint'

export interface Person {
  name: string
  id: string
  sex: Sex
  birth: Day
  relation: string
  /** The person's own bank card, 19 digits. */
  card: string
}

export interface Place {
  town: Town
  village: Village
}

export interface Household {
  place: Place
  category: Exclude<Category, 'disability-only'>
  /** The head first. */
  members: [Person, ...Person[]]
  /** 分 a month; nothing for 低边. */
  monthlyFen?: Fen
  since: Month
  /** 低保证号: DB, DBBY or TK, town code, five digits. */
  certificate: string
  featured: boolean
}

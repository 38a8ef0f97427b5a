import type { Fen } from '#domain/money/money'
import type { Town, Village } from '#domain/county/county'
import type { Day, Month } from '#domain/time/dates'
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

/** What stands on the demo's register. */
export type RegisterCategory = 'destitute' | 'minimum-living' | 'near-minimum'

export interface Place {
  town: Town
  village: Village
}

export interface Household {
  place: Place
  category: RegisterCategory
  /** The head first. */
  members: [Person, ...Person[]]
  /** 分 a month; nothing for 低边. */
  monthlyFen?: Fen
  since: Month
  /** 低保证号: DB, DBBY or TK, town code, five digits. */
  certificate: string
  featured: boolean
}

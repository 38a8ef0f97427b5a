import type { Fen } from '#domain/money/money'
import type { HomeThen } from '#domain/register/events'
import type { Day, Month } from '#domain/time/dates'
import { collection, index, multikey } from '../db/collection'

/**
 * What register lists said of a household: one document for each different thing that was said, with the days of the lists that said it.
 * The register's events follow from these, whichever list came in first.
 */
export interface Listing extends HomeThen {
  _id: string
  householdId: string
  members: { personId: string; relation: string }[]
  personIds: string[]
  certificateNo: string
  startMonth: Month | null
  /** What the household has each month, in 分; null where the list has no amount, absent in listings taken in before it was kept. */
  monthlyFen?: Fen | null
  said: { on: Day; importId: string }[]
  /** Where the head's row stands in the file that said so first. */
  sheet: string
  row: number
}
export const listings = collection<Listing>('register_listings', [index('householdId'), multikey('personIds')])

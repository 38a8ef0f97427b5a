import type { Day } from '#domain/time/dates'
import { collection, index, type Db } from '../db/collection'
import { countUp } from '../db/count-up'

/** How often somebody known was refused the same thing on a day; from some number on this alone is kept of it. */
export interface Refused {
  _id: string
  day: Day
  total: number
}
export const refused = collection<Refused>('refused', [index('day')])

/** Counts one more; the day's total with it. */
export const countRefused = async (db: Db, who: string, what: string, day: Day): Promise<number> =>
  (await countUp(db, refused, { _id: `${who}/${what}/${day}`, day, total: 1 }, { $inc: { total: 1 } })).total

import { collection, findById, index, remove, type Db } from './collection'
import { countUp } from './count-up'

/** Failed sign-ins from one place (a known browser, or a login name at an address). */
export interface Attempts { _id: string; failures: number; at: string }
export const attempts = collection<Attempts>('attempts', [index('at')])

export const findAttempts = (db: Db, id: string) => findById(db, attempts, id)

/** Counts a try before it is judged, so that tries at once are all counted. */
export const countAttempt = async (db: Db, id: string, at: string): Promise<number> =>
  (await countUp(db, attempts, { _id: id, failures: 1, at }, { $inc: { failures: 1 }, $set: { at } })).failures

export const forgetAttempts = (db: Db, id: string) => remove(db, attempts, { _id: id })

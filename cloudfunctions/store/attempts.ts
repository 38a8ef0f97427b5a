import { collection, findById, index, insert, remove, updateOne, type Db } from './collection'

/** Failed sign-ins from one place (a known browser, or a login name at an address). */
export interface Attempts { _id: string; failures: number; at: string }
export const attempts = collection<Attempts>('attempts', [index('at')])

export const findAttempts = (db: Db, id: string) => findById(db, attempts, id)

/** Counts a try before it is judged, so that tries at once are all counted. */
export async function countAttempt(db: Db, id: string, at: string): Promise<number> {
  const more = async () => (await updateOne(db, attempts, { _id: id }, { $inc: { failures: 1 }, $set: { at } }))?.failures
  const counted = await more()
  if (counted !== undefined) return counted
  try {
    await insert(db, attempts, { _id: id, failures: 1, at })
    return 1
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
    return (await more()) ?? 1
  }
}

export const forgetAttempts = (db: Db, id: string) => remove(db, attempts, { _id: id })

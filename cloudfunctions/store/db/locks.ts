import { collection, type Db } from './collection'
import { insert, remove, updateOne } from './write'

/** Work that must not run twice at once. Held until a time, so that a killed holder does not hold it for ever. */
export interface Lock {
  _id: string
  holder: string
  until: string
}
export const locks = collection<Lock>('locks')

/** Takes a lock that is free or has run out: atomically, one of two gets it. False if another holds it. */
export async function takeLock(db: Db, lock: Lock, now: string): Promise<boolean> {
  const { _id, holder, until } = lock
  if (await updateOne(db, locks, { _id, until: { $lte: now } }, { $set: { holder, until } })) return true
  try {
    await insert(db, locks, lock)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'DATABASE_DUPLICATE_WRITE') return false
    throw error
  }
}

/** Holds on for longer. False if it ran out and somebody else has it now. */
export const keepLock = async (db: Db, { _id, holder, until }: Lock): Promise<boolean> =>
  (await updateOne(db, locks, { _id, holder }, { $set: { until } })) !== undefined

export const freeLock = (db: Db, { _id, holder }: Pick<Lock, '_id' | 'holder'>): Promise<number> => remove(db, locks, { _id, holder })

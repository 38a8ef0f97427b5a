import { collection, index, type Db } from '../db/collection'
import { findById } from '../db/read'
import { insert, remove, updateOne } from '../db/write'

/** Failed sign-ins from one place (a known browser, or a login name at an address). */
export interface Attempts {
  _id: string
  failures: number
  at: string
  /** While a try is being judged: no other one is. */ openUntil: string
}
export const attempts = collection<Attempts>('attempts', [index('at')])

export const findAttempts = (db: Db, id: string) => findById(db, attempts, id)

/**
 * Counts a try and opens it for judging, if there still were so many failures before it and no other one is open: of tries at
 * once, one. False for the others.
 */
export async function openTry(db: Db, id: string, before: number, { at, until }: { at: string; until: string }): Promise<boolean> {
  if (before > 0)
    return (
      (await updateOne(
        db,
        attempts,
        { _id: id, failures: before, openUntil: { $lte: at } },
        { $set: { failures: before + 1, at, openUntil: until } },
      )) !== undefined
    )
  try {
    await insert(db, attempts, { _id: id, failures: 1, at, openUntil: until })
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
    return false
  }
}

export const closeTry = (db: Db, id: string) => updateOne(db, attempts, { _id: id }, { $set: { openUntil: '' } })

export const forgetAttempts = (db: Db, id: string) => remove(db, attempts, { _id: id })

import type { Collection, Db, Filter, Stored } from './collection'
import { insert, updateOne } from './write'

/**
 * Counts one more: `more` on the document with this `_id`, or `first` where there is none yet; gives it as it then is.
 * Atomic: of calls at once every one is counted.
 */
export async function countUp<T extends Stored>(db: Db, of: Collection<T>, first: T, more: Filter): Promise<T> {
  const again = () => updateOne(db, of, { _id: first._id }, more)
  const counted = await again()
  if (counted) return counted
  try {
    await insert(db, of, first)
    return first
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
    return (await again()) ?? first
  }
}

import type { Collection, Db, Filter, Stored } from './collection'
import { updateOne } from './write'

/**
 * Changes a document while these fields (`a.b` for one inside an object) are as they were read: of two who change it at once one does.
 * Gives it as it then is; nothing to whoever was second.
 */
export const changeAsRead = <T extends Stored>(
  db: Db,
  of: Collection<T>,
  read: T,
  fields: readonly string[],
  change: Filter,
): Promise<T | undefined> =>
  updateOne(db, of, { ...Object.fromEntries(fields.map((field) => [field, valueAt(read, field)])), _id: read._id }, change)

/** A field that is not there is `null`, which also matches one that is not there. */
const valueAt = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], document) ?? null

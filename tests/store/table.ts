import type { Collection, Db, Stored } from '#store/db/collection'
import { remove } from '#store/db/write'
import { startRig } from '../gateway/support/gateway'

/** A database with just these collections, over the real SDK. */
export interface Table {
  db: Db
  empty(): Promise<void>
  close(): Promise<void>
}

export async function startTable(collections: Collection<Stored>[]): Promise<Table> {
  const rig = await startRig({ collections: collections.map(({ name, indexes }) => ({ name, indexes })) })
  const db = rig.db as unknown as Db
  for (const { name } of collections) await db.createCollection(name)
  return {
    db,
    async empty() {
      await Promise.all(collections.map((one) => remove(db, one, {})))
    },
    close: () => rig.close(),
  }
}

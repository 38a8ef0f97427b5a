import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Collection, Db, Stored } from './collection'

/**
 * What one transaction may touch: documents by their id, as on CloudBase. Whatever is asked by a filter runs outside of it there
 * (`where().update`, `count`, `aggregate`), so nothing of that kind is offered.
 */
export interface Transaction {
  /** As it stood when the transaction first touched the database, with its own writes; nothing if it is not there. */
  get<T extends Stored>(of: Collection<T>, id: string): Promise<T | undefined>
  /** A new document. Fails, and the whole with it, where there is one with its id or unique fields. */
  add<T extends Stored>(to: Collection<T>, document: T): Promise<void>
  /** Replaces the document with this id, or adds it. */
  set<T extends Stored>(to: Collection<T>, document: T): Promise<void>
  remove<T extends Stored>(of: Collection<T>, id: string): Promise<void>
}

/** So often it is begun again when others were faster; the waits between grow to about a quarter of a second. */
const attempts = 10
const longestWaitMs = 250

/**
 * All of what `work` writes, or nothing of it. When somebody else has written the same document meanwhile, `work` runs again from its
 * beginning and sees what they wrote: it must do nothing outside of the transaction. What it throws undoes all and is thrown on.
 * A transaction lives for 30 seconds.
 * @throws the database's `DATABASE_TRANSACTION_CONFLICT` when others were faster every time (`isConflict`).
 */
export async function inTransaction<Result>(db: Db, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      // The SDK's own attempts follow at once upon each other and leave the lost transaction open.
      return await db.runTransaction((sdk) => work(transactionOver(sdk)), 0)
    } catch (error) {
      if (!isConflict(error) || attempt === attempts) throw error
      await wait(randomInt(Math.min(longestWaitMs, 5 * 2 ** attempt)))
    }
  }
}

/** True when a transaction gave way to somebody who wrote the same document. */
export const isConflict = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'DATABASE_TRANSACTION_CONFLICT'

const transactionOver = (sdk: Pick<Db, 'collection'>): Transaction => ({
  async get<T extends Stored>(of: Collection<T>, id: string) {
    return ((await sdk.collection(of.name).doc(id).get()).data ?? undefined) as T | undefined
  },
  async add(to, document) {
    await sdk.collection(to.name).add(document)
  },
  async set(to, { _id, ...rest }) {
    await sdk.collection(to.name).doc(_id).set(rest)
  },
  async remove(of, id) {
    await sdk.collection(of.name).doc(id).remove()
  },
})

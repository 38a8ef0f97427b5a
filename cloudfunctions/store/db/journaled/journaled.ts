import type { Db } from '../collection'
import { plain } from '../rehearsal/changing'
import type { Document } from '../rehearsal/matching'
import { journaledQuery } from './journaled-query'
import { readEach, readTogether } from './read-together'
import { TurnsById } from './turns-by-id'
import type { Where, Writ } from './writ'

type Sdk = ReturnType<Db['collection']>

/**
 * The database, each of whose writes `keep` is told before it happens: whatever was written can be put back as it was. What a filter asks
 * to be changed is read first, and then changed by its ids. Collections named in `except` are written without a word.
 */
export function journaled(db: Db, except: ReadonlySet<string>, keep: (writs: Writ[]) => Promise<void>): Db {
  const known = new Map<string, Pick<Where, 'turns' | 'there'>>()
  return {
    ...db,
    createCollection: (name) => db.createCollection(name),
    collection(name) {
      if (except.has(name)) return db.collection(name)
      const own = known.get(name) ?? { turns: new TurnsById(), there: readTogether(db, name) }
      known.set(name, own)
      return journaledSdk({ db, name, keep, ...own })
    },
    // A transaction's own writes: as it reads them.
    runTransaction: (work, times) =>
      db.runTransaction(
        (transaction) =>
          work({
            collection: (name) =>
              except.has(name)
                ? transaction.collection(name)
                : journaledSdk({ db: transaction, name, keep, turns: new TurnsById(), there: readEach(transaction, name) }),
          }),
        times,
      ),
  }
}

function journaledSdk(at: Where): Sdk {
  const { db, name, keep, turns, there } = at
  const real = () => db.collection(name)
  const writ = (_id: string, before: Document | null, after: Document | null): Writ => ({ of: name, _id, before, after })
  return {
    ...journaledQuery(at, {}),
    doc: (id) => ({
      get: () => real().doc(id).get(),
      set: (data) =>
        turns.on([id], async () => {
          await keep([writ(id, await there(id), plain({ ...data, _id: id }))])
          return real().doc(id).set(data)
        }),
      remove: () =>
        turns.on([id], async () => {
          const before = await there(id)
          if (before) await keep([writ(id, before, null)])
          return real().doc(id).remove()
        }),
    }),
    add(data) {
      const documents = (Array.isArray(data) ? data : [data]) as Document[]
      const ids = documents.map(({ _id }) => _id)
      return turns.on(ids, async () => {
        await keep(documents.map((document) => writ(document._id, null, document)))
        return real().add(data)
      })
    },
    options: (options) => ({
      ...journaledQuery(at, options),
      aggregate: (stages) => real().options(options).aggregate(stages),
    }),
  }
}

import { setImmediate as turnOfEvents } from 'node:timers/promises'
import { pageLimit, type Db } from '../collection'
import type { Document } from '../rehearsal/matching'
import { inParts } from '../turns'

/** Gives whole documents by their ids; those that are asked for in one turn of events are read together. Null: not there. */
export function readTogether(db: Pick<Db, 'collection'>, name: string): (id: string) => Promise<Document | null> {
  let next: { ids: string[]; found: Promise<Map<string, Document>> } | undefined
  const begin = () => {
    const ids: string[] = []
    const found = turnOfEvents().then(async () => {
      next = undefined
      const documents = new Map<string, Document>()
      for (const part of inParts([...new Set(ids)], pageLimit)) {
        const query = db
          .collection(name)
          .options({ raw: true })
          .where({ _id: { $in: part } })
        for (const document of (await query.limit(part.length).get()).data as Document[]) documents.set(document._id, document)
      }
      return documents
    })
    return { ids, found }
  }
  return async (id) => {
    const own = (next ??= begin())
    own.ids.push(id)
    return (await own.found).get(id) ?? null
  }
}

/** The same inside of a transaction, which reads by one id at a time. */
export const readEach =
  (db: Pick<Db, 'collection'>, name: string) =>
  async (id: string): Promise<Document | null> => {
    const { data } = await db.collection(name).doc(id).get()
    return ((Array.isArray(data) ? data[0] : data) ?? null) as Document | null
  }

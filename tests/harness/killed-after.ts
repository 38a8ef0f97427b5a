import type { Db } from '#store/db/collection'

type Sdk = Pick<Db, 'collection'>

/** A database of somebody who is killed after so many writes, counted over all transactions. */
export function killedAfter(db: Db, writes: number): Db {
  let left = writes
  const tick = <T>(write: () => Promise<T>): Promise<T> => (left-- > 0 ? write() : Promise.reject(new Error('killed')))
  const counted = (sdk: Sdk): Sdk => ({
    collection(name) {
      const real = sdk.collection(name)
      return Object.assign(Object.create(real) as typeof real, {
        doc: (id: string) => {
          const doc = real.doc(id)
          return { get: () => doc.get(), set: (data: object) => tick(() => doc.set(data)), remove: () => tick(() => doc.remove()) }
        },
        add: (data: object) => tick(() => real.add(data)),
      })
    },
  })
  return {
    collection: (name) => db.collection(name),
    createCollection: (name) => db.createCollection(name),
    runTransaction: (work, times) => db.runTransaction((sdk) => work(counted(sdk)), times),
  }
}

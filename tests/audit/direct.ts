import { join } from 'node:path'
import { openSqlite } from '#local/gateway/disk/sqlite'

type Doc = Record<string, unknown>

/** A hand in the database file itself, round the gateway: what an operator with the file can do. */
export interface Hand {
  /** A document as it is stored. */
  read(collection: string, id: string): Doc
  ids(collection: string): string[]
  edit(collection: string, id: string, change: Doc): void
  remove(collection: string, ...ids: string[]): void
  insert(collection: string, ...documents: Doc[]): void
  /** Puts these collections back as they were when the hand was reached out. */
  undo(): void
}

export function reachInto(dataDir: string, collections: string[]): Hand {
  const db = openSqlite(join(dataDir, 'gateway.db'))
  const tableOf = (name: string) => `"c${String(db.prepare('SELECT number FROM gateway_collections WHERE name=?').one(name))}_${name}"`
  const rowsOf = (name: string) => db.prepare(`SELECT id, doc FROM ${tableOf(name)} ORDER BY id`).rows() as [string, string][]
  const put = (name: string, id: string, doc: string) => db.prepare(`INSERT INTO ${tableOf(name)}(id, doc) VALUES(?, ?)`).run(id, doc)
  const before = collections.map((name) => [name, rowsOf(name)] as const)
  const read = (name: string, id: string) => JSON.parse(db.prepare(`SELECT doc FROM ${tableOf(name)} WHERE id=?`).one(id) as string) as Doc
  return {
    read,
    ids: (name) => rowsOf(name).map(([id]) => id),
    edit: (name, id, change) =>
      void db.prepare(`UPDATE ${tableOf(name)} SET doc=? WHERE id=?`).run(JSON.stringify({ ...read(name, id), ...change }), id),
    remove: (name, ...ids) => ids.forEach((id) => db.prepare(`DELETE FROM ${tableOf(name)} WHERE id=?`).run(id)),
    insert: (name, ...documents) => documents.forEach((document) => put(name, String(document._id), JSON.stringify(document))),
    undo() {
      for (const [name, rows] of before) {
        db.exec(`DELETE FROM ${tableOf(name)}`)
        for (const [id, doc] of rows) put(name, id, doc)
      }
      db.close()
    },
  }
}

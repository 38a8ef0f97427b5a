import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Collection } from '../../../cloudfunctions/local/gateway/disk/collection'
import type { DocumentId } from '../../../cloudfunctions/local/gateway/disk/documents'
import { stringify } from '../../../cloudfunctions/local/gateway/door/ejson'
import type { IndexSpec } from '../../../cloudfunctions/local/gateway/door/options'
import { openSqlite, type Sqlite } from '../../../cloudfunctions/local/gateway/disk/sqlite'
import { Tables } from '../../../cloudfunctions/local/gateway/disk/tables'
import type { Document } from '../../../cloudfunctions/local/gateway/query/values'
import { temporaryFolder } from './gateway'

export interface Bench {
  db: Sqlite
  /** Runs `work` on a collection with these indexes that holds these documents, and undoes it all. */
  holding<T>(documents: Document[], indexes: IndexSpec[], work: (collection: Collection) => T): T
  close(): void
}

/** A bare database, for what lies below the wire. */
export function openBench(): Bench {
  const folder = temporaryFolder()
  const db = openSqlite(join(folder, 'bench.db'))
  return {
    db,
    holding(documents, indexes, work) {
      db.exec('BEGIN')
      try {
        const tables = new Tables(db, [{ name: 'things', indexes }])
        tables.create('things')
        const collection = tables.get('things')
        for (const document of documents) collection.insert(document._id as DocumentId, stringify(document), document)
        return work(collection)
      } finally {
        db.exec('ROLLBACK')
      }
    },
    close() {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const on = (name: string, fields: string[], more: Partial<IndexSpec> = {}): IndexSpec => ({
  name,
  fields: fields.map((field) => ({ field, direction: 1 })),
  ...more,
})

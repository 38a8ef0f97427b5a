import type { DocumentId } from './documents'
import { duplicateWrite, sqliteCode } from '../door/errors'
import type { Schema } from '../filter/compile'
import { indexRows, rowName, type Index } from './indexes'
import { columnOf, elementKinds, Kind, kindsAt } from './keys'
import type { Kinds } from '../query/kinds'
import { splitPath } from '../query/paths'
import type { Bound, Sqlite } from './sqlite'
import type { DatabaseFile } from './undated'
import type { Document } from '../query/values'

/**
 * One collection as one table `(id, doc)` with its indexes. Whoever writes must be inside a SQLite
 * transaction: side tables and the record of kinds change together with the document.
 */
export class Collection {
  readonly schema: Schema
  private readonly sides: Index[]
  private readonly scalarPaths: [path: string, parts: string[]][]

  constructor(
    private readonly db: Sqlite,
    readonly name: string,
    readonly table: string,
    readonly indexes: Index[],
    private readonly kinds: Kinds,
    private readonly file: DatabaseFile,
  ) {
    this.sides = indexes.filter((index) => index.multikey)
    this.scalarPaths = scalarPaths(indexes).map((path) => [path, splitPath(path)])
    const elements = new Map(this.sides.map((side) => [side.paths[0], side]))
    this.schema = {
      kinds: (path) => kinds.get(name, path),
      elements: (path) => {
        const side = elements.get(path)
        return side && { table: side.physical, kinds: kinds.get(name, elementsKey(path)) ?? Kind.ODD }
      },
    }
  }

  /** The stored document, `undefined` when there is none. */
  read(id: DocumentId): string | undefined {
    return this.db.prepare(`SELECT doc FROM "${this.table}" WHERE id=?`).one(id) as string | undefined
  }

  insert(id: DocumentId, text: string, document: Document): void {
    this.noteKinds(document)
    this.guard(document, () => {
      this.db.prepare(`INSERT INTO "${this.table}"(id,doc) VALUES(?,?)`).run(id, text)
      this.fillSides(id, document)
    })
  }

  replace(id: DocumentId, text: string, document: Document): void {
    this.noteKinds(document)
    this.guard(document, () => {
      this.db.prepare(`UPDATE "${this.table}" SET doc=? WHERE id=?`).run(text, id)
      this.emptySides(id)
      this.fillSides(id, document)
    })
  }

  remove(id: DocumentId): void {
    this.db.prepare(`DELETE FROM "${this.table}" WHERE id=?`).run(id)
    this.emptySides(id)
  }

  /** Fills one side table from what the collection holds. */
  fill(side: Index, id: DocumentId, document: Document): void {
    for (const row of indexRows(side, document)) this.db.prepare(insertRow(side)).run(...row, id)
  }

  /** Every document, a thousand at a time and each with its id. */
  *scan(): Generator<[id: DocumentId, text: string]> {
    const key = this.file === 'undated' ? 'id' : 'rowid'
    let last: Bound[] = []
    for (;;) {
      const rows = this.db
        .prepare(`SELECT ${key},id,doc FROM "${this.table}" ${last.length > 0 ? `WHERE ${key}>?` : ''} ORDER BY ${key} LIMIT 1000`)
        .rows(...last)
      for (const row of rows) yield [row[1] as DocumentId, row[2] as string]
      if (rows.length < 1000) return
      last = [rows[rows.length - 1]?.[0] as Bound]
    }
  }

  /** Whether it is sure to hold at most `limit` documents; quickly told, however many there are. */
  hasAtMost(limit: number): boolean {
    const most =
      this.file === 'undated'
        ? `SELECT count(*) FROM (SELECT 1 FROM "${this.table}" LIMIT ${limit + 1})`
        : `SELECT max(rowid) FROM "${this.table}"`
    return ((this.db.prepare(most).one() ?? 0) as number) <= limit
  }

  /** Other documents that hold the same key in a unique index. */
  holders(index: Index, row: Bound[]): DocumentId[] {
    const from = index.multikey ? index.physical : `"${this.table}"`
    const keys = index.paths.map((path, i) => `${index.multikey ? `k${i}` : columnOf(path)}=?`)
    return this.db.prepare(`SELECT id FROM ${from} WHERE ${keys.join(' AND ')}`).column(...row) as DocumentId[]
  }

  /** Remembers kinds of values not seen before at indexed paths, since they decide whether SQL is exact. */
  noteKinds(document: Document): void {
    for (const [path, parts] of this.scalarPaths) this.kinds.add(this.name, path, kindsAt(document, parts))
    for (const side of this.sides) {
      const path = side.paths[0] as string
      this.kinds.add(this.name, elementsKey(path), elementKinds(document, splitPath(path)))
    }
  }

  private fillSides(id: DocumentId, document: Document): void {
    for (const side of this.sides) this.fill(side, id, document)
  }

  private emptySides(id: DocumentId): void {
    for (const side of this.sides) this.db.prepare(`DELETE FROM ${side.physical} WHERE id=?`).run(id)
  }

  /** Runs a write and names the index whose uniqueness it would break. */
  private guard(document: Document, write: () => void): void {
    try {
      write()
    } catch (error) {
      if (sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT')) throw this.duplicate(error as Error, document)
      throw error
    }
  }

  private duplicate(error: Error, document: Document): Error {
    const index = this.indexes.find(({ physical, unique }) => unique && error.message.includes(physical.slice(1, -1)))
    if (!index) return duplicateWrite('_id_', JSON.stringify(document._id))
    return duplicateWrite(index.name, indexRows(index, document).map(rowName).join(' or '))
  }
}

/** Paths whose kinds are recorded: all but `_id`, and the first of a multikey index under a name of its own. */
export const scalarPaths = (indexes: Index[]): string[] =>
  [...new Set(indexes.flatMap((index) => index.paths.slice(index.multikey ? 1 : 0)))].filter((path) => path !== '_id')

/** Where the kinds of the elements at a path are recorded. */
export const elementsKey = (path: string) => `${path}[]`

const insertRow = (side: Index) => `INSERT INTO ${side.physical} VALUES(${[...side.paths, 'id'].map(() => '?').join(',')})`

import type { Sqlite } from '../disk/sqlite'

/**
 * The kinds of values (bits of `Kind`) ever stored at each indexed path. They only grow; an index is
 * trusted to be exact as long as its path never held an array. Written in the same SQLite transaction
 * as the document, and read again whenever a transaction fails.
 */
export class Kinds {
  private known = new Map<string, number>()
  private changed = false

  private readonly table: string

  /** `schema`: the database file whose collections these are; their record lies beside them. */
  constructor(
    private readonly db: Sqlite,
    schema: string,
  ) {
    this.table = `${schema}.gateway_kinds`
    this.read()
  }

  /** Makes their record, where there is none yet. */
  static make(db: Sqlite, schema: string): Kinds {
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${schema}.gateway_kinds (collection TEXT, path TEXT, kinds INTEGER, PRIMARY KEY (collection, path)) WITHOUT ROWID`,
    )
    return new Kinds(db, schema)
  }

  get(collection: string, path: string): number | undefined {
    return this.known.get(key(collection, path))
  }

  add(collection: string, path: string, kinds: number): void {
    const known = this.get(collection, path)
    if (known !== undefined && (known | kinds) === known) return
    const all = (known ?? 0) | kinds
    this.known.set(key(collection, path), all)
    this.changed = true
    this.db.prepare(`INSERT INTO ${this.table} VALUES(?,?,?) ON CONFLICT DO UPDATE SET kinds=excluded.kinds`).run(collection, path, all)
  }

  /** Forgets paths that are no longer indexed: from now on nobody would record what they hold. */
  keepOnly(collection: string, paths: Set<string>): void {
    for (const path of this.db.prepare(`SELECT path FROM ${this.table} WHERE collection=?`).column(collection)) {
      if (!paths.has(path as string))
        this.db.prepare(`DELETE FROM ${this.table} WHERE collection=? AND path=?`).run(collection, path as string)
    }
    this.read()
  }

  committed(): void {
    this.changed = false
  }

  rolledBack(): void {
    if (this.changed) this.read()
  }

  private read(): void {
    const rows = this.db.prepare(`SELECT collection,path,kinds FROM ${this.table}`).rows()
    this.known = new Map(rows.map(([collection, path, kinds]) => [key(collection as string, path as string), kinds as number]))
    this.changed = false
  }
}

const key = (collection: string, path: string) => `${collection}\n${path}`

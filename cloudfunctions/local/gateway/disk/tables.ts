import { Collection, elementsKey, scalarPaths } from './collection'
import type { DocumentId } from './documents'
import { parseStored } from '../door/ejson'
import { badParam, collectionExists, collectionMissing } from '../door/errors'
import { planIndexes, syncIndexes, type Index } from './indexes'
import { Kinds } from '../query/kinds'
import type { CollectionSpec, IndexSpec } from '../door/options'
import type { Sqlite } from './sqlite'
import { moveOut, type DatabaseFile } from './undated'

/** Where a collection is found by its name; there is CloudBase's error for one that does not exist. */
export interface Catalogue {
  get(name: unknown): Collection
}

/** The collections as another connection sees them at this moment; for reading only. */
export function catalogueAsItStands(db: Sqlite, specs: CollectionSpec[]): Catalogue {
  const kinds = { main: new Kinds(db, 'main'), undated: specs.some(({ undated }) => undated) ? new Kinds(db, 'undated') : undefined }
  return {
    get(name) {
      const number =
        typeof name === 'string'
          ? (db.prepare('SELECT number FROM gateway_collections WHERE name=?').one(name) as number | undefined)
          : undefined
      if (number === undefined) throw collectionMissing(String(name))
      const table = tableName(number, name as string)
      const spec = specs.find((one) => one.name === name)
      const file = spec?.undated ? 'undated' : 'main'
      return new Collection(db, name as string, table, planIndexes(table, spec?.indexes ?? []), kinds[file] ?? kinds.main, file)
    },
  }
}

/** All collections of the database, each with its declared indexes brought up to date. */
export class Tables implements Catalogue {
  private readonly kinds: Record<DatabaseFile, Kinds>
  private readonly undated: Set<string>
  /** Something was moved out of the main file, which still has the gap it left. */
  movedOut = false
  private readonly specs: Map<string, IndexSpec[]>
  private readonly open = new Map<string, Collection>()
  private created: string[] = []

  constructor(
    private readonly db: Sqlite,
    specs: CollectionSpec[],
  ) {
    this.specs = new Map(specs.map((spec) => [spec.name, spec.indexes ?? []]))
    this.undated = new Set(specs.filter(({ undated }) => undated).map(({ name }) => name))
    db.exec('CREATE TABLE IF NOT EXISTS gateway_collections (number INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL)')
    const main = Kinds.make(db, 'main')
    // A database without such collections need not have their file.
    this.kinds = { main, undated: this.undated.size > 0 ? Kinds.make(db, 'undated') : main }
    for (const [number, name] of db.prepare('SELECT number,name FROM gateway_collections').rows())
      this.load(name as string, number as number)
  }

  /** The collection, or the error CloudBase gives for one that does not exist. */
  get(name: unknown): Collection {
    const collection = typeof name === 'string' ? this.open.get(name) : undefined
    if (!collection) throw collectionMissing(String(name))
    return collection
  }

  has = (name: string): boolean => this.open.has(name)

  /** Makes an empty collection with the indexes declared for it. */
  create(name: unknown): void {
    if (typeof name !== 'string' || !/^[\p{L}_][\p{L}\p{N}_.-]{0,127}$/u.test(name))
      throw badParam(`not a name for a collection: ${String(name)}`)
    if (this.open.has(name)) throw collectionExists()
    this.db.prepare('INSERT INTO gateway_collections(name) VALUES(?)').run(name)
    const number = this.db.prepare('SELECT number FROM gateway_collections WHERE name=?').one(name) as number
    this.created.push(name)
    this.load(name, number)
  }

  /** To be called after each SQLite transaction, so that memory and disk agree. */
  committed(): void {
    this.created = []
    this.kinds.main.committed()
    this.kinds.undated.committed()
  }

  rolledBack(): void {
    for (const name of this.created)
      if (this.db.prepare('SELECT 1 FROM gateway_collections WHERE name=?').one(name) === undefined) this.open.delete(name)
    this.kinds.main.rolledBack()
    this.kinds.undated.rolledBack()
  }

  private load(name: string, number: number): void {
    const specs = this.specs.get(name) ?? []
    const table = tableName(number, name)
    const indexes = planIndexes(table, specs)
    const file = this.undated.has(name) ? 'undated' : 'main'
    this.db.exec(
      `CREATE TABLE IF NOT EXISTS ${file}."${table}" (id PRIMARY KEY NOT NULL, doc TEXT NOT NULL)${file === 'undated' ? ' WITHOUT ROWID' : ''}`,
    )
    if (file === 'undated' && moveOut(this.db, name, table)) this.movedOut = true
    const empty = syncIndexes(this.db, file, table, indexes, specs)
    const collection = new Collection(this.db, name, table, indexes, this.kinds[file], file)
    this.bringUpToDate(collection, this.kinds[file], empty)
    this.open.set(name, collection)
  }

  /** Fills new side tables and records the kinds at newly indexed paths, in one pass over the documents. */
  private bringUpToDate(collection: Collection, kinds: Kinds, empty: Index[]): void {
    const paths = [
      ...scalarPaths(collection.indexes),
      ...collection.indexes.filter((index) => index.multikey).map((index) => elementsKey(index.paths[0] as string)),
    ]
    kinds.keepOnly(collection.name, new Set(paths))
    const unknown = paths.filter((path) => kinds.get(collection.name, path) === undefined)
    if (unknown.length === 0 && empty.length === 0) return
    for (const path of unknown) kinds.add(collection.name, path, 0)
    for (const [id, text] of collection.scan()) this.visit(collection, empty, id, text)
  }

  private visit(collection: Collection, empty: Index[], id: DocumentId, text: string): void {
    const document = parseStored(text)
    collection.noteKinds(document)
    for (const side of empty) collection.fill(side, id, document)
  }
}

/** The number keeps names apart that SQLite would take for one (`Visits`, `visits`); the rest is for the reader. */
const tableName = (number: number, name: string) => `c${number}_${name.replace(/[^\w]/g, '_')}`

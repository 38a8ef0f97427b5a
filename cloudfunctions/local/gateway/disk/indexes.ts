import { createHash } from 'node:crypto'
import { columnOf, isPlainPath, keyOf } from './keys'
import type { IndexSpec } from '../door/options'
import { splitPath, valuesAtPath } from '../query/paths'
import type { Bound, Sqlite } from './sqlite'
import type { DatabaseFile } from './undated'
import { isDocument, type Document, type Value } from '../query/values'

/** A declared index as it is laid out in SQLite: an expression index, or for arrays a side table. */
export interface Index {
  name: string
  paths: string[]
  unique: boolean
  multikey: boolean
  /** Name of the SQLite index or side table; it changes with the declaration. */
  physical: string
}

/** Lays out the declared indexes of one table. */
export function planIndexes(table: string, specs: IndexSpec[]): Index[] {
  return specs.map((spec) => {
    const paths = spec.fields.map((field) => field.field)
    if (paths.length === 0 || paths.length > 8) throw new Error(`index ${spec.name}: between 1 and 8 fields`)
    for (const path of paths) if (!isPlainPath(path)) throw new Error(`index ${spec.name}: cannot index the field ${path}`)
    const definition = JSON.stringify([spec.fields, spec.unique ?? false, spec.multikey ?? false, LAYOUT])
    const hash = createHash('sha256').update(definition).digest('hex').slice(0, 8)
    return {
      name: spec.name,
      paths,
      unique: spec.unique ?? false,
      multikey: spec.multikey ?? false,
      physical: `"${table}~${spec.name.replace(/[^\w-]/g, '_')}~${hash}"`,
    }
  })
}

/** Part of every index's name: raise it when keys change their form, so that old indexes are rebuilt. */
const LAYOUT = 1

/** Creates what is declared and missing, drops what is no longer declared. Returns the side tables that must be filled. */
export function syncIndexes(db: Sqlite, file: DatabaseFile, table: string, indexes: Index[], specs: IndexSpec[]): Index[] {
  const present = new Set(
    db
      .prepare(`SELECT name FROM ${file}.sqlite_master WHERE substr(name,1,?)=?`)
      .column(table.length + 1, `${table}~`)
      .map((name) => `"${String(name)}"`),
  )
  const wanted = new Set(indexes.map((index) => index.physical))
  for (const name of present) {
    // The index by document beside a side table goes with its table.
    if (wanted.has(name) || name.endsWith('~id"') || name.endsWith('~unique"')) continue
    const kind = db.prepare(`SELECT type FROM ${file}.sqlite_master WHERE name=?`).one(name.slice(1, -1))
    db.exec(`DROP ${kind === 'table' ? 'TABLE' : 'INDEX'} ${file}.${name}`)
  }
  const empty: Index[] = []
  indexes.forEach((index, i) => {
    if (present.has(index.physical)) return
    if (index.multikey) {
      createSideTable(db, file, index)
      empty.push(index)
    } else createExpressionIndex(db, file, table, index, specs[i] as IndexSpec)
  })
  return empty
}

function createExpressionIndex(db: Sqlite, file: DatabaseFile, table: string, index: Index, spec: IndexSpec): void {
  const columns = spec.fields.map(({ field, direction }) => `${columnOf(field)} ${direction === -1 ? 'DESC' : 'ASC'}`)
  db.exec(`CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${file}.${index.physical} ON "${table}" (${columns.join(',')})`)
}

function createSideTable(db: Sqlite, file: DatabaseFile, index: Index): void {
  const keys = index.paths.map((_, i) => `k${i}`).join(',')
  const beside = (suffix: string) => `${index.physical.slice(0, -1)}~${suffix}"`
  db.exec(`CREATE TABLE ${file}.${index.physical} (${keys}, id, PRIMARY KEY (${keys}, id)) WITHOUT ROWID`)
  db.exec(`CREATE INDEX ${file}.${beside('id')} ON ${index.physical} (id)`)
  if (index.unique) db.exec(`CREATE UNIQUE INDEX ${file}.${beside('unique')} ON ${index.physical} (${keys})`)
}

/** The index keys of a document: one row, or one per element for a multikey index. */
export function indexRows(index: Index, document: Document): Bound[][] {
  const rest = index.paths.slice(index.multikey ? 1 : 0).map((path) => keyOf(valueAt(document, path)))
  if (!index.multikey) return [rest]
  const rows = new Map<string, Bound[]>()
  for (const value of valuesAtPath(document, splitPath(index.paths[0] as string))) {
    const row = [keyOf(value), ...rest]
    rows.set(rowName(row), row)
  }
  return [...rows.values()]
}

/** A row of keys as a string, to compare rows. */
export const rowName = (row: Bound[]): string =>
  JSON.stringify(row.map((key) => (Buffer.isBuffer(key) ? [key.toString()] : key === -Infinity ? null : key)))

/** The value at a path that leads through objects only. */
function valueAt(document: Document, path: string): Value | undefined {
  let value: Value | undefined = document
  for (const part of splitPath(path)) value = isDocument(value) && Object.hasOwn(value, part) ? value[part] : undefined
  return value
}

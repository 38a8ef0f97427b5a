import Database from 'libsql'

/** What may be bound. A boolean aborts the whole process inside libsql, so `bind` is the only way in. */
export type Bound = string | number | Buffer | null

interface Statement {
  /** Runs a write; the number of rows it changed. */
  run(...values: Bound[]): number
  /** The first column of the first row, `undefined` when there is none. */
  one(...values: Bound[]): Bound | undefined
  /** The first column of every row. */
  column(...values: Bound[]): Bound[]
  /** Shows the first column of every row to `visit`, one row at a time, so that not all are held at once. */
  each(visit: (value: Bound) => void, ...values: Bound[]): void
  /** Every row as an array. */
  rows(...values: Bound[]): Bound[][]
}

export interface Sqlite {
  prepare(sql: string): Statement
  exec(sql: string): void
  readonly inTransaction: boolean
  close(): void
}

/** Filters of ever new shapes would otherwise keep every statement they ever needed. */
const MAX_STATEMENTS = 500
/** Statements longer than this (in characters) are filters that hardly come twice. */
const MAX_KEPT = 20_000

/** Opens a database file; statements are prepared once per SQL text. */
export function openSqlite(file: string): Sqlite {
  const database = new Database(file)
  const statements = new Map<string, Statement>()
  return {
    prepare(sql) {
      const known = statements.get(sql)
      if (known) return known
      if (statements.size >= MAX_STATEMENTS) statements.clear()
      const statement = wrap(database, sql)
      if (sql.length <= MAX_KEPT) statements.set(sql, statement)
      return statement
    },
    exec: (sql) => void database.exec(sql),
    get inTransaction() {
      return database.inTransaction
    },
    close() {
      statements.clear()
      database.close()
    },
  }
}

function wrap(database: Database.Database, sql: string): Statement {
  const statement = database.prepare(sql)
  let raw = false
  // Only statements that return rows may be switched to arrays, and only once they are asked for rows.
  const asRows = () => {
    if (!raw) statement.raw(true)
    raw = true
    return statement
  }
  return {
    run: (...values) => statement.run(bind(values)).changes,
    one: (...values) => (asRows().get(bind(values)) as Bound[] | undefined)?.[0],
    column: (...values) => (asRows().all(bind(values)) as Bound[][]).map((row) => row[0] as Bound),
    each: (visit, ...values) => drain(asRows().iterate(bind(values)) as IterableIterator<Bound[]>, visit),
    rows: (...values) => asRows().all(bind(values)) as Bound[][],
  }
}

/** To the end even when `visit` fails: a statement left half way would hold its snapshot, and the log could not be emptied. */
function drain(rows: IterableIterator<Bound[]>, visit: (value: Bound) => void): void {
  let failure: { error: unknown } | undefined
  for (const row of rows) {
    if (failure) continue
    try {
      visit(row[0] as Bound)
    } catch (error) {
      failure = { error }
    }
  }
  if (failure) throw failure.error
}

function bind(values: readonly unknown[]): Bound[] {
  return values.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || Buffer.isBuffer(value)) return value
    throw new TypeError(`cannot bind a ${typeof value}`)
  })
}

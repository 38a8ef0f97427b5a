import { join } from 'node:path'
import type { Sqlite } from './sqlite'

/** The database file a collection lies in, as SQLite names it. */
export type DatabaseFile = 'main' | 'undated'

/**
 * Attaches the file of the collections of which nobody shall be able to tell when their documents came. In a shared file, pages, row ids,
 * indexes and the log would date them by what was written beside them (the record of looks, to a fraction of a second). Their
 * tables have no row ids: what comes stands where its random id puts it. Within a day the order of the pages and the log still
 * tell; `DailyRewrite` ends that.
 */
export function attachUndated(db: Sqlite, dataDir: string): void {
  db.prepare('ATTACH DATABASE ? AS undated').run(join(dataDir, 'undated.db'))
  db.exec('PRAGMA undated.journal_mode=WAL; PRAGMA undated.synchronous=FULL; PRAGMA undated.secure_delete=ON')
}

const DAY_MS = 24 * 3600_000
/** Days end at midnight in China, as the days that documents bear do. */
const dayOf = (ms: number): number => Math.floor((ms + 8 * 3600_000) / DAY_MS)
/** After a rewrite that failed (a full disk), the next one (ms). */
const RETRY_MS = 60_000

/**
 * Rewrites the undated file at the gateway's start, when a day has ended, and when the gateway closes, whether or not anything
 * came: each page then stands where the documents' own ids put it, no page is left over, the log is empty, and the file's time
 * is that of the rewrite. What it is afterwards depends on the documents alone, not on when or in which order they were
 * written.
 */
export class DailyRewrite {
  private day: number | undefined
  private triedAt = -Infinity

  constructor(
    private readonly db: Sqlite,
    private readonly clock: () => number,
  ) {}

  /** To be called often; does nothing until a day has ended. */
  ifDue(): void {
    const now = this.clock()
    if (this.day === dayOf(now) || Math.abs(now - this.triedAt) < RETRY_MS) return
    this.triedAt = now
    if (this.now()) this.day = dayOf(now)
  }

  /** True when done. A fault's code is told, not what it stumbled over. */
  now(): boolean {
    try {
      // In memory a flood of photos would not fit.
      this.db.exec('PRAGMA temp_store=FILE; VACUUM undated; PRAGMA temp_store=MEMORY')
      return emptyLog(this.db, 'undated')
    } catch (error) {
      console.error('The undated collections could not be rewritten:', (error as { code?: string }).code ?? 'fault')
      return false
    }
  }
}

/**
 * Brings the write-ahead log into its database file and cuts it to nothing: old versions of what was removed stand in it until then.
 * False while somebody still reads from it.
 */
export const emptyLog = (db: Sqlite, file: DatabaseFile): boolean =>
  db.prepare(`PRAGMA ${file}.wal_checkpoint(TRUNCATE)`).rows()[0]?.[0] === 0

/** Moves a collection out of the main file, as it lay there before it had to be undated. True when there was one. */
export function moveOut(db: Sqlite, collection: string, table: string): boolean {
  const named = (name: string) => db.prepare('SELECT 1 FROM main.sqlite_master WHERE name=?').one(name) !== undefined
  if (!named(table)) return false
  db.exec(`INSERT INTO undated."${table}" SELECT id,doc FROM main."${table}"; DROP TABLE main."${table}"`)
  for (const side of db
    .prepare(`SELECT name FROM main.sqlite_master WHERE type='table' AND substr(name,1,?)=?`)
    .column(table.length + 1, `${table}~`))
    db.exec(`DROP TABLE main."${String(side)}"`)
  db.prepare('DELETE FROM main.gateway_kinds WHERE collection=?').run(collection)
  return true
}

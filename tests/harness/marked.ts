import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from '#local/gateway/disk/sqlite'

/** Round the gateway, for tests that begin in the same state many times over: what a hundred requests would do, in one step. */
export interface Marker {
  /** Remembers every document and file; what it returns brings them back, as often as it is called. Nothing may be under way. */
  mark(): () => void
  close(): void
}

/** A second connection to the files in which a gateway keeps its documents; what is remembered is in this process's memory. */
export function markerOf(dataDir: string): Marker {
  const db = openSqlite(join(dataDir, 'gateway.db'))
  db.prepare('ATTACH DATABASE ? AS undated').run(join(dataDir, 'undated.db'))
  db.exec("ATTACH DATABASE ':memory:' AS marks; PRAGMA busy_timeout=10000; PRAGMA synchronous=OFF; PRAGMA undated.synchronous=OFF")
  // Which collections there are and which kinds were ever seen the gateway keeps in its memory as well: those only grow.
  const tables = () =>
    ['main', 'undated'].flatMap((file) =>
      db
        .prepare(`SELECT name FROM ${file}.sqlite_master WHERE type='table' AND name NOT LIKE 'gateway%' AND name NOT LIKE 'sqlite%'`)
        .column()
        .map((name) => `${file}."${String(name)}"`),
    )
  const isEmpty = (table: string) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).one() === undefined
  const files = join(dataDir, 'files')
  let marks = 0
  return {
    mark() {
      const full = tables().filter((table) => !isEmpty(table))
      const copies = full.map((table, i) => ({ table, copy: `marks."m${marks}_${i}"` }))
      const filesThen = join(dataDir, `files-${marks++}`)
      for (const { table, copy } of copies) db.exec(`CREATE TABLE ${copy} AS SELECT * FROM ${table}`)
      cpSync(files, filesThen, { recursive: true })
      return () => {
        db.exec('BEGIN IMMEDIATE')
        for (const table of tables()) if (!isEmpty(table)) db.exec(`DELETE FROM ${table}`)
        for (const { table, copy } of copies) db.exec(`INSERT INTO ${table} SELECT * FROM ${copy}`)
        db.exec('COMMIT')
        // A file is written once, under a name of its own.
        if (namesIn(files) === namesIn(filesThen)) return
        rmSync(files, { recursive: true })
        cpSync(filesThen, files, { recursive: true })
      }
    },
    close: () => db.close(),
  }
}

const namesIn = (folder: string): string => readdirSync(folder).sort().join()

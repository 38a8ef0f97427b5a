import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Server } from 'node:http'
import type { Context } from './actions/context'
import { Commits } from './disk/commits'
import { lockDataDir } from './disk/lock'
import type { Gateway, GatewayOptions } from './door/options'
import { Readers } from './readers/readers'
import { gatewayServer } from './door/server'
import { openSqlite, type Sqlite } from './disk/sqlite'
import { Storage } from './disk/storage'
import { Tables } from './disk/tables'
import { Transactions } from './disk/transactions'
import { attachUndated, DailyRewrite, emptyLog } from './disk/undated'

export type { Gateway, GatewayOptions } from './door/options'
export { sdkEnvironment } from './door/environment'

/** How often forgotten transactions are looked for (ms), so that those who wait for them go on; and whether a day has ended. */
const SWEEP_MS = 500

const databaseName = 'gateway.db'

/** Threads that read; each is opened when first needed. */
const READERS = 2

/**
 * Starts the local cloud's gateway: CloudBase's endpoint on SQLite, for the unmodified SDK.
 * Rejects with EADDRINUSE if the port is taken and DATA_DIR_IN_USE if another gateway has the data.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  if (!options.secretId || !options.secretKey) throw new Error('the gateway needs a secretId and a secretKey')
  mkdirSync(options.dataDir, { recursive: true })
  const unlock = lockDataDir(options.dataDir)
  let db: Sqlite | undefined
  try {
    db = openDatabase(options)
    return await serve(options, db, unlock)
  } catch (error) {
    db?.close()
    unlock()
    throw error
  }
}

/**
 * Acknowledged writes are on disk: the write-ahead log is synced with each commit. What is removed is overwritten, and out of
 * the log at the latest when it closes.
 */
function openDatabase({ dataDir, maxBytes }: GatewayOptions): Sqlite {
  const db = openSqlite(join(dataDir, databaseName))
  db.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456',
  )
  attachUndated(db, dataDir)
  if (maxBytes !== undefined)
    for (const file of ['main', 'undated']) db.exec(`PRAGMA ${file}.max_page_count=${Math.max(1, Math.floor(maxBytes / 4096))}`)
  return db
}

async function serve(options: GatewayOptions, db: Sqlite, unlock: () => void): Promise<Gateway> {
  const host = options.host ?? '127.0.0.1'
  const clock = options.clock ?? Date.now
  const tables = inOneTransaction(db, () => new Tables(db, options.collections ?? []))
  // Even which pages were theirs would tell; once, and for a full database it takes a while.
  if (tables.movedOut) {
    db.exec('VACUUM main')
    emptyLog(db, 'main')
  }
  const rewrite = new DailyRewrite(db, clock)
  rewrite.ifDue()
  const transactions = new Transactions(clock)
  let port = options.port ?? 0
  const storage = new Storage({
    dataDir: options.dataDir,
    envId: options.envId,
    secretKey: options.secretKey,
    baseUrl: () => `http://${urlHost(host)}:${port}`,
  })
  const limitMs = options.limitMs ?? 10_000
  const readers =
    options.readerFile === undefined
      ? undefined
      : new Readers({ file: options.readerFile, count: READERS, dataDir: options.dataDir, collections: options.collections ?? [], limitMs })
  const on: Context = {
    db,
    tables,
    commits: new Commits(db, tables),
    transactions,
    storage,
    clock,
    lockWaitMs: options.lockWaitMs ?? 5000,
    limitMs,
    readers,
    invoke: options.invoke,
  }
  const server = gatewayServer(on, options)
  port = await listen(server, port, host)
  const sweep = setInterval(() => {
    transactions.expire()
    rewrite.ifDue()
  }, SWEEP_MS)
  sweep.unref()
  let closing: Promise<void> | undefined
  const close = () =>
    (closing ??= stop(server).then(async () => {
      clearInterval(sweep)
      on.commits.close()
      await readers?.close()
      rewrite.now()
      emptyMainLog(db)
      db.close()
      unlock()
    }))
  return { url: `http://${urlHost(host)}:${port}/admin`, port, syncEachWrite: (does) => syncEachWrite(db, options.dataDir, does), close }
}

function syncEachWrite(db: Sqlite, dataDir: string, does: boolean): void {
  db.exec(`PRAGMA synchronous=${does ? 'FULL' : 'NORMAL'}`)
  if (!does) return
  const log = openSync(`${join(dataDir, databaseName)}-wal`, 'r+')
  fsyncSync(log)
  closeSync(log)
}

/** Building indexes on a full table is one write instead of thousands, and leaves nothing half built. */
function inOneTransaction<T>(db: Sqlite, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** An address that means every interface is reached locally; IPv6 goes in brackets. */
const urlHost = (host: string) => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host)

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/**
 * The log goes into the database: old versions of what was removed stand in it until then. On a full disk it stays, and the
 * next start reads it.
 */
function emptyMainLog(db: Sqlite): void {
  try {
    emptyLog(db, 'main')
  } catch (error) {
    console.error((error as Error).message)
  }
}

/** Answers what is under way, then closes. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 1000).unref()
  })
}

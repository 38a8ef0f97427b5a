import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sqliteCode } from '../door/errors'
import { openSqlite } from './sqlite'

/** Thrown when another gateway has the data directory. */
class DataDirInUse extends Error {
  readonly code = 'DATA_DIR_IN_USE'
}

/**
 * Keeps a second gateway off the same data, in this process or another. SQLite's own exclusive file lock
 * does it: the system lets go of it when the process dies, however it dies, so no stale lock can remain,
 * and a process number that was given out again is never mistaken for ours. The number is for the message.
 */
export function lockDataDir(dataDir: string): () => void {
  const pidFile = join(dataDir, 'gateway.pid')
  const unlock = takeLock(join(dataDir, 'gateway.lock'))
  if (!unlock) {
    throw new DataDirInUse(
      `The data directory ${dataDir} is in use by another gateway (process ${pidOf(pidFile)}). Stop it first, or choose another directory.`,
    )
  }
  writeFileSync(pidFile, String(process.pid))
  return unlock
}

/** Takes a lock that the system lets go of when the process ends. Nothing if somebody else has it. */
export function takeLock(file: string): (() => void) | undefined {
  const lock = openSqlite(file)
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (by INTEGER); DELETE FROM held; COMMIT')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (!sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw error
    return undefined
  }
}

function pidOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'unknown'
  }
}

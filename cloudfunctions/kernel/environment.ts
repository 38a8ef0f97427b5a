import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { County } from '#domain/county'
import type { Db } from '#store/collection'
import { currentKeys } from './current-keys'
import { readSettings, type Settings } from './settings'

/** What a function stands on. Parsed once per process; a failure names everything that is missing. */
export interface Environment extends Settings {
  db: Db
  files: Files
  county: County
}

/** Storage, as the intake uses it. */
export interface Files {
  download(fileID: string): Promise<Buffer>
}

let parsed: Environment | undefined

/**
 * The process's environment: its variables (kernel/settings) and the county pack (`county.json` beside the bundle, or `COUNTY_FILE`).
 * The root keys alone may change while the process runs, since a rotation adds one.
 */
export function environment(): Environment {
  return { ...(parsed ??= parse(process.env)), keys: currentKeys() }
}

function parse(env: NodeJS.ProcessEnv): Environment {
  const settings = readSettings(env)
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  return {
    ...settings,
    db: app.database() as unknown as Db,
    files: { download: async (fileID) => Buffer.from((await app.downloadFile({ fileID })).fileContent as Buffer) },
    // Validated when it was built or started (contract/county); not again on every cold start.
    county: JSON.parse(readFileSync(env.COUNTY_FILE ?? join(__dirname, 'county.json'), 'utf8')) as County,
  }
}

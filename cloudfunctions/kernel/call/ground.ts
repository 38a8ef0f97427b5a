import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { County } from '#domain/county/county'
import type { Db } from '#store/db/collection'
import { currentKeys } from '../seal/current-keys'
import type { Keys } from '../seal/keys'
import { readGroundVariables, VariableReader } from './variables'

/**
 * What every function stands on, also one that must not be able to tell who asks: nothing here knows of addresses, platforms or
 * sessions.
 */
export interface Ground {
  db: Db
  keys: Keys
  county: County
}

let app: ReturnType<typeof tcb.init> | undefined
export const sdk = () => (app ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }))

let laid: Omit<Ground, 'keys'> | undefined

/**
 * Database, keys and the county pack (`county.json` beside the bundle, or `COUNTY_FILE`), laid once per process; a failure names
 * everything that is missing. The root keys alone may change while the process runs, since a rotation adds one.
 */
export const ground = (): Ground => ({ ...(laid ??= lay(process.env)), keys: currentKeys() })

function lay(env: NodeJS.ProcessEnv): Omit<Ground, 'keys'> {
  const variables = new VariableReader(env)
  readGroundVariables(variables)
  variables.end()
  return {
    db: sdk().database() as unknown as Db,
    // Validated when it was built or started (contract/county/county); not again on every cold start.
    county: JSON.parse(readFileSync(env.COUNTY_FILE ?? join(__dirname, 'county.json'), 'utf8')) as County,
  }
}

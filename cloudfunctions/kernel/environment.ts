import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { County } from '#domain/county'
import type { Db } from '#store/collection'
import { readRootKeys, type Keys } from './keys'

/** What a function stands on. Parsed once per process; a failure names everything that is missing. */
export interface Environment {
  db: Db
  files: Files
  county: County
  keys: Keys
}

/** Storage, as the intake uses it. */
export interface Files {
  download(fileID: string): Promise<Buffer>
}

let parsed: Environment | undefined

/** The process's environment: `ROOT_KEYS` and the county pack (`county.json` beside the bundle, or `COUNTY_FILE`). */
export function environment(): Environment {
  return (parsed ??= parse(process.env))
}

function parse(env: NodeJS.ProcessEnv): Environment {
  const countyFile = env.COUNTY_FILE ?? join(__dirname, 'county.json')
  const missing = [
    !env.ROOT_KEYS && 'ROOT_KEYS：根密钥，形如 1:<base64 的 32 字节>，由部署命令生成',
    !env.TCB_ENV && !env.SCF_NAMESPACE && 'TCB_ENV：云开发环境 ID',
  ].filter(Boolean)
  if (missing.length > 0) throw new Error(`缺少环境变量：\n${missing.join('\n')}`)
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  return {
    db: app.database() as unknown as Db,
    files: { download: async (fileID) => Buffer.from((await app.downloadFile({ fileID })).fileContent as Buffer) },
    // Validated when it was built or started (contract/county); not again on every cold start.
    county: JSON.parse(readFileSync(countyFile, 'utf8')) as County,
    keys: readRootKeys(env.ROOT_KEYS!),
  }
}

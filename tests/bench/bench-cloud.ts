import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { startCloud, type LocalCloud } from '#local/host/cloud'
import type { Db } from '#store/db/collection'

/** A local cloud on a temporary folder, as `npm start` opens one: gateway in a thread, functions as built. */
export async function onBenchCloud<T>(work: (cloud: LocalCloud, db: Db) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), 'xiaokang-bench-'))
  const cloud = await startCloud({ data, county: 'wencheng' })
  try {
    await cloud.operate('office', 'prepare', {})
    return await work(cloud, tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database() as unknown as Db)
  } finally {
    await cloud.close()
    rmSync(data, { recursive: true, force: true })
  }
}

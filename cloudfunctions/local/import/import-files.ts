import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { ImportResult } from '#contract/intake/actions'
import { sealFile } from '#kernel/seal/seal-file'
import type { LocalCloud } from '../host/cloud'
import { fen } from '#domain/money/money'

/** Seals one file and puts it into storage as evidence, then has the office take it in. */
export async function importFile(cloud: LocalCloud, path: string): Promise<ImportResult> {
  const content = readFileSync(path)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  const { fileID } = await app.uploadFile({ cloudPath: `originals/${sha256}`, fileContent: sealFile(cloud.keys, content) })
  return cloud.operate<ImportResult>('intake', 'import', { fileName: basename(path), fileID })
}

/** Takes one file in; whatever goes wrong with it is said as its refusal, and the next file has its turn. */
export async function importFileAlone(cloud: LocalCloud, path: string): Promise<ImportResult> {
  try {
    return await importFile(cloud, path)
  } catch (error) {
    const { message } = error as Error
    const why = /[\u4e00-\u9fff]/.test(message)
      ? message
      : `导入到一半出了错（${message.split('\n')[0]}）。已经写下的都还在；请再导入一次这个文件，会接着做完。`
    return {
      file: basename(path),
      sha256: '',
      rows: 0,
      accepted: 0,
      quarantined: 0,
      warned: 0,
      amountFen: fen(0),
      seenBefore: false,
      added: 0,
      changed: 0,
      refused: why,
    }
  }
}

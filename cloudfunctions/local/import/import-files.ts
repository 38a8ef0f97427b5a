import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import tcb from '@cloudbase/node-sdk'
import type { ImportProgress, ImportResult } from '#contract/intake/actions'
import { isFull, refusals } from '#kernel/call/errors'
import { sealFile } from '#kernel/seal/seal-file'
import { answersFor, type Answers } from './answers'
import type { LocalCloud } from '../host/cloud'
import { fen } from '#domain/money/money'

/** How far a file is: rows written, of how many; and why it waits, if it does. */
export type TellProgress = (done: number, of: number | null, waits?: string) => void

/** Seals one file and puts it into storage as evidence, then has it taken in, and works on it until it is. */
export async function importFile(cloud: LocalCloud, path: string, tell: TellProgress = () => undefined): Promise<ImportResult> {
  const fileID = await putAway(cloud, path)
  let far = await cloud.operate<ImportProgress>('intake', 'import', { fileName: basename(path), fileID })
  for (; far.state === 'waiting'; far = await cloud.operate('intake', 'progress', { sha256: far.sha256 })) {
    tell(far.done, far.of, far.fault)
    const { worked } = await cloud.operate<{ worked: boolean }>('intake', 'work', {})
    // Somebody else has it in hand, or it waits a while after a failure.
    if (!worked) await pause(500)
  }
  if (!far.result) throw new Error(far.fault ?? '这一次导入被取消了。')
  // The files that they belong to are read once more.
  if (far.result.mends) while ((await cloud.operate<{ worked: boolean }>('intake', 'work', {})).worked);
  return far.result
}

/** Takes a file in; where it is refused and something was answered for it, once more with the answers. */
export async function importAnswered(cloud: LocalCloud, path: string, answers: Answers, tell?: TellProgress): Promise<ImportResult> {
  const result = await importFileAlone(cloud, path, tell)
  const said = answersFor(answers, path)
  if (!result.refused || result.sha256 === '' || !said) return result
  await cloud.operate('intake', 'direct', { sha256: result.sha256, ...said })
  return importFileAlone(cloud, path, tell)
}

/** In a function of its own: the file's content is let go of before it is worked on. */
export async function putAway({ keys }: LocalCloud, path: string): Promise<string> {
  const content = readFileSync(path)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  return (await app.uploadFile({ cloudPath: `originals/${sha256}`, fileContent: sealFile(keys, content) })).fileID
}

/** Takes one file in; whatever goes wrong with it is said as its refusal, and the next file has its turn. */
export async function importFileAlone(cloud: LocalCloud, path: string, tell?: TellProgress): Promise<ImportResult> {
  try {
    return await importFile(cloud, path, tell)
  } catch (error) {
    const { message } = error as Error
    const why = isFull(error)
      ? refusals.full().message
      : /[\u4e00-\u9fff]/.test(message)
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

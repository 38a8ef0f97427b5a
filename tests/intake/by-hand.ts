import { createHash } from 'node:crypto'
import type { ImportResult } from '#contract/intake/actions'
import { importingBy } from '#affairs/intake/job'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import { sealFile } from '#kernel/seal/seal-file'
import type { Cloud } from '../harness/cloud'
import { failingAfter } from '../harness/cut-off'

/** A file as it was sent. */
export type Sent = [name: string, content: Buffer]

/** How far an import was when it was cut off: what its job would have saved. */
export interface Saved {
  cursor: Parameters<ReturnType<typeof importingBy>['chunk']>[1]['cursor']
}

/**
 * An import's own work, chunk after chunk, on a database that fails for good after so many writes. It goes on where it was cut off
 * before.
 */
export async function importByHand(
  cloud: Cloud,
  [fileName, content]: Sent,
  saved: Saved,
  { writes = Infinity, chunkRows = 2000, db = cloud.db, at = '2026-10-20T02:00:00.000Z', rehearsed = false } = {},
): Promise<ImportResult> {
  const importing = importingBy(chunkRows, { rehearsed })
  const files = {
    download: (fileID: string) =>
      fileID === 'kept' ? Promise.resolve(sealFile(cloud.keys, content)) : environment().files.download(fileID),
    upload: () => Promise.resolve('kept'),
    remove: () => Promise.resolve(),
  }
  const on = { ...environment(), db: failingAfter(db, writes), files, moment: now() }
  const id = createHash('sha256').update(content).digest('hex')
  const input = { fileName, fileID: 'kept', at, today: '2026-10-20' as const }
  for (;;) {
    const chunk = await importing.chunk(on, { id, input, cursor: saved.cursor })
    if ('result' in chunk) return chunk.result
    // Saving is a write as well: somebody may be killed just before it.
    await on.db.collection('locks').doc(id).set({ until: '' })
    saved.cursor = chunk.next
  }
}

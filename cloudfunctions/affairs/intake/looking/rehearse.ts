import type { ImportResult, RowReason } from '#contract/intake/actions'
import type { Effects } from '#contract/intake/look'
import type { AtWork } from '#kernel/jobs/kind'
import { rehearsalOver } from '#store/db/rehearsal/rehearsal'
import type { Importing } from '../importing/importing'
import { importingBy } from '../job'
import { findingsOf } from '../keeping/findings'
import { effectsOf } from './effects'

/** So many rows are tried: what a rehearsal writes is held in memory. */
const mostRows = 30_000
const chunkRows = 2000
const importing = importingBy(chunkRows, { rehearsed: true })

/** What an import would come to. */
export interface Rehearsed {
  result: ImportResult
  reasons: RowReason[]
  effects?: Effects
}

/** Takes a file in, on a database on which nothing lasts. Of a very long file the first rows only, and it says so. */
export async function rehearse(on: AtWork, id: string, input: Importing): Promise<Rehearsed> {
  const rehearsal = rehearsalOver(on.db)
  // What is kept of a file must not go with a try.
  const trying: AtWork = { ...on, db: rehearsal.db, files: { ...on.files, remove: () => Promise.resolve() } }
  const told = async (result: ImportResult, tried?: number): Promise<Rehearsed> => ({
    result,
    reasons: await findingsOf(trying, id),
    ...(result.refused === undefined && {
      effects: { ...(await effectsOf(on.db, rehearsal.db, on.county, rehearsal.changes())), ...(tried !== undefined && { tried }) },
    }),
  })
  let cursor: Parameters<typeof importing.chunk>[1]['cursor'] = null
  for (;;) {
    const chunk = await importing.chunk(trying, { id, input, cursor })
    if ('result' in chunk) return told(chunk.result)
    cursor = chunk.next
    if (cursor.phase === 'write' && cursor.next * chunkRows >= mostRows) {
      const { kind, rows, quarantined, amountFen } = cursor.read
      const head = { file: input.fileName, kind, sha256: id, rows, accepted: rows - quarantined, quarantined, amountFen }
      return told({ ...head, warned: 0, seenBefore: false, added: cursor.added, changed: cursor.changed }, cursor.next * chunkRows)
    }
  }
}

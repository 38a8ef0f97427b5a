import { momentOf } from '#kernel/call/clock'
import type { AtWork } from '#kernel/jobs/kind'
import { find, findById } from '#store/db/read'
import { imports, type Import } from '#store/intake/intake'
import { quarantine } from '#store/intake/quarantine'
import { askAgain, askFor, findJob } from '#store/work/jobs'
import type { OfOriginal } from '../understand'

/** What an import's original is read with again: as on the day it came. */
export const originalOf = ({ fileName, fileID, at }: Pick<Import, 'fileName' | 'fileID' | 'at'>): OfOriginal => ({
  ...{ fileName, fileID },
  today: momentOf(new Date(at)).today,
})

/**
 * Asks for a file that is in to be read once more, with what was mended meanwhile: only that is added. If it is being read already it
 * ends first, and `resumeMends` asks again.
 */
export async function askToReadAgain({ db, moment }: Pick<AtWork, 'db' | 'moment'>, importId: string): Promise<void> {
  const kept = await findById(db, imports, importId)
  if (kept?.status !== 'done' || !kept.result) return
  const { by, agencyId, at } = kept
  const { added, changed } = kept.result
  const whose = { ...(by && { by }), ...(agencyId !== undefined && { agencyId }) }
  const input = { ...originalOf(kept), at, ...whose, begun: true, again: { on: moment.today, added, changed } }
  const asked = { _id: importId, kind: 'import', input, askedAt: moment.iso }
  const job = await askFor(db, asked)
  if (job.state !== 'waiting') await askAgain(db, asked)
}

/** Mends that were kept while their file was being read, or by somebody who was cut off: it is asked to be read again. */
export async function resumeMends(on: Pick<AtWork, 'db' | 'moment'>): Promise<void> {
  const given = await find(on.db, quarantine, { state: 'given' }, { fields: ['importId'], limit: 100 })
  for (const importId of new Set(given.map((row) => row.importId))) {
    const job = await findJob(on.db, importId)
    if (job === undefined || job.state === 'done') await askToReadAgain(on, importId)
  }
}

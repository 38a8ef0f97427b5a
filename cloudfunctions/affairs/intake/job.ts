import type { ImportResult } from '#contract/intake/actions'
import { JobFault, type KindOfJob } from '#kernel/jobs/kind'
import type { Collection, Stored } from '#store/db/collection'
import { remove } from '#store/db/write'
import { imports } from '#store/intake/intake'
import { mends } from '#store/intake/mends'
import { quarantine, refusedTables, warnings } from '#store/intake/quarantine'
import { removeStaged } from '#store/intake/staged'
import { Asking } from './asking'
import type { At, Importing } from './importing/importing'
import { phases } from './importing/phases'
import { readIn } from './importing/read-in'
import { end } from './importing/record'
import { hasNewestKey } from './keeping/one-key'
import { resultOf } from './keeping/result'
import { giveBack } from './mending/give-back'
import { ReturnedFile } from './mending/read-back'
import { takeBack } from './mending/take-back'
import { FileFault } from './reading/sheet'

/**
 * Takes in one department file: every row is accepted or quarantined, and nothing is written before all of it is read. So many rows
 * are written together, or a few more; each that is changed is kept as it was, so that the import can be taken back.
 */
export const importingBy = (chunkRows: number, { rehearsed = false } = {}): KindOfJob<Importing, At, ImportResult> => ({
  kind: 'import',
  async chunk(on, { id, input, cursor }) {
    await hasNewestKey(on)
    try {
      if (!cursor) return await readIn(on, id, input, chunkRows)
      return await phases[cursor.phase](on, { id, input, cursor, rehearsed })
    } catch (error) {
      if (error instanceof ReturnedFile) return { result: await end(on, id, input, await takeBack(on, id, input, error.rows)) }
      if (!(error instanceof FileFault)) throw error
      // What is in stays in: only that it cannot be read again is said.
      if (input.again) throw new JobFault(error.message)
      return { result: await end(on, id, input, resultOf({ _id: id, fileName: input.fileName }, refusalOf(error))) }
    }
  },
  mayCancel: (job) => !hasWritten(job),
  async clear({ db, files }, { id, input }) {
    await removeStaged(db, id)
    if (input.again) return giveBack(db, id)
    for (const kept of [quarantine, warnings, refusedTables, mends] as Collection<Stored & { importId: string }>[])
      await remove(db, kept, { importId: id })
    await remove(db, imports, { _id: id, status: 'running' })
    await files.remove(input.fileID)
  },
})

/** Whether rows of it may be written, by this try or an earlier one that failed. */
export const hasWritten = ({ input, cursor }: { input: Importing; cursor: At | null }): boolean =>
  input.begun === true || (cursor !== null && cursor.phase !== 'prepare')

export const importing = importingBy(2000)

/** Why a file is not taken in, with what is asked where answers would mend it. */
const refusalOf = (fault: FileFault): Pick<ImportResult, 'questions'> & { refused: string } => ({
  refused: fault.message,
  ...(fault instanceof Asking && { questions: fault.questions }),
})

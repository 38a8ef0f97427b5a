import type { ImportResult } from '#contract/intake/actions'
import { now } from '#kernel/call/clock'
import type { AtWork } from '#kernel/jobs/kind'
import { findById } from '#store/db/read'
import { replace } from '#store/db/write'
import { imports, type Import } from '#store/intake/intake'
import { removeStaged } from '#store/intake/staged'
import type { Importing } from './importing'

/** Keeps what became of the file. Documents that a killed worker had written count as there already when its chunk is done again. */
export async function end(on: AtWork, id: string, input: Importing, result: ImportResult): Promise<ImportResult> {
  const status = result.refused === undefined ? 'done' : 'refused'
  const there = await findById(on.db, imports, id)
  const record = { ...recordOf(on, id, input), ...saidOf(there) }
  await replace(on.db, imports, {
    ...record,
    ...(there && there.status !== 'undone' && { began: there.began ?? there.at }),
    ...{ kind: result.kind ?? null, status, result, ended: now().iso },
  })
  await removeStaged(on.db, id)
  return result
}

/** What reading the file told. */
const saidOf = (there: Import | undefined) => ({
  ...(there?.agencyId !== undefined && { agencyId: there.agencyId }),
  ...(there?.spokenOn !== undefined && { spokenOn: there.spokenOn }),
})

/** An import under way. */
export const recordOf = ({ keys }: Pick<AtWork, 'keys'>, _id: string, { fileName, fileID, at, by, agencyId }: Importing): Import => ({
  ...{ _id, fileName, fileID, at, began: at, kind: null, status: 'running', result: null },
  ...{ ...(by && { by }), ...(agencyId !== undefined && { agencyId }), journaled: true as const },
  keyVersion: keys.newest,
})

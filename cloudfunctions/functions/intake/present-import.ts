import type { ImportProgress, ImportResult } from '#contract/intake/actions'
import { findingsOf } from '#affairs/intake/keeping/findings'
import type { On } from '#kernel/call/on'
import type { Job } from '#store/work/jobs'

/**
 * How far an import is; once it is done, what became of it, with the reasons, which stand with their rows: they quote what was written
 * there.
 */
export async function presentImport(
  { db, keys }: On,
  sha256: string,
  known: { result: ImportResult } | { job: Job },
): Promise<ImportProgress> {
  const { state, progress, fault } = 'job' in known ? known.job : { state: 'done' as const, progress: null, fault: null }
  const result = 'job' in known ? (known.job.result as ImportResult | null) : known.result
  return {
    sha256,
    state,
    done: progress?.done ?? result?.rows ?? 0,
    of: progress?.of ?? result?.rows ?? null,
    ...(fault && { fault }),
    ...(result && { result: result.refused === undefined ? { ...result, reasons: await findingsOf({ db, keys }, sha256) } : result }),
  }
}

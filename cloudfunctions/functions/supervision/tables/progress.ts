import type { supervision } from '#contract/supervision/actions'
import { tableJob, type Made, type Taking } from '#affairs/tables/job'
import { tableKinds } from '#affairs/tables/kinds/all'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { workOn } from '#kernel/jobs/work'
import { askToCancel, findJob, jobsOfKind, type Job } from '#store/work/jobs'
import type { Taken } from './asked'

/** So long a call works, in ms: a small table is there at once, and the bar of a large one moves. */
const workMs = 2_000
const historyLength = 50

/** How far a table is, after going on with it for a while. */
export const exportProgress: Action<typeof supervision.exportProgress> = async ({ id }, on) => {
  await ownExport(on, id)
  return workedOn(on, id)
}

/** Ends it: what was laid down is cleared away with the next chunk, at once. */
export const cancelExport: Action<typeof supervision.cancelExport> = async ({ id }, on) => {
  await ownExport(on, id)
  await askToCancel(on.db, id, on.moment.iso)
  return workedOn(on, id)
}

/** What the caller has taken away lately. */
export const exportsOf: Action<typeof supervision.exports> = async (_, on) => {
  const { staff } = await on.caller()
  const found = await jobsOfKind(on.db, tableJob.kind, { 'input.staffId': staff!._id }, historyLength)
  return { exports: found.map(presentTaken) }
}

/** A table of the caller's own; another's is answered like none. */
export async function ownExport(on: On, id: string): Promise<Job & { input: Taking }> {
  const { staff } = await on.caller()
  const job = await findJob(on.db, id)
  const input = job?.input as unknown as Taking | undefined
  if (job?.kind !== tableJob.kind || input?.staffId !== staff!._id)
    throw refusals.notFound('没有这一次导出，或者过了时间、表已经清掉了。要用请再导出一次。')
  return { ...job, input } as never
}

export async function workedOn(on: On, id: string): Promise<Taken> {
  const worked = await workOn([tableJob], { until: Date.now() + workMs }, id)
  return presentTaken(worked ?? (await findJob(on.db, id))!)
}

function presentTaken({ _id, input, state, progress, result, fault, askedAt }: Job): Taken {
  const { table, fileName, which, reason, columns, count } = input as unknown as Taking
  const kind = tableKinds[table]
  const made = result as Made | null
  return {
    ...{ id: _id, table, fileName, which, reason, state, at: askedAt },
    ...{ done: made?.units ?? progress.done, of: made?.units ?? progress.of ?? count, unit: kind.unit },
    columns: kind.columns.filter(({ id }) => columns.includes(id)).map(({ heading }) => heading.join(' ')),
    ...(made && { rows: made.rows, pieces: made.pieces }),
    ...(fault !== null && { fault }),
  }
}

import type { KindOfJob } from '#kernel/jobs/kind'
import type { On } from '#kernel/call/on'
import { askAgain, askFor, findJob } from '#store/work/jobs'

/** Asks for a job that is one and the same each day, and for it anew once it has ended and what it rests on is otherwise than then. */
export async function askAnew(
  { db, moment }: On,
  { kind }: Pick<KindOfJob, 'kind'>,
  restsOn: Record<string, string | number>,
): Promise<void> {
  const job = await findJob(db, kind)
  const ask = { _id: kind, kind, input: restsOn, askedAt: moment.iso }
  if (!job) await askFor(db, ask)
  else if (job.state !== 'waiting' && Object.keys(restsOn).some((name) => job.input[name] !== restsOn[name])) await askAgain(db, ask)
}

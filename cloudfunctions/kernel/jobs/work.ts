import { randomUUID } from 'node:crypto'
import { keepJob, saveTurn, takeJob, type Job } from '#store/work/jobs'
import { momentOf, now } from '../call/clock'
import { isFull } from '../call/errors'
import { writeFault } from '../call/log'
import { environment } from '../call/environment'
import { JobFault, type AtWork, type Chunk, type KindOfJob } from './kind'

/** How long a worker that says nothing is waited for; one that works says so three times as often. In ms. */
const usualLeaseMs = 60_000
/** So often a chunk is tried, and so long is waited after the first failure, each time twice as long. In ms. */
const mostFailures = 5
const firstWaitMs = 1000
/** So long is waited on a full disk before it is tried again, in ms. */
const fullWaitMs = 5000
/** So many workers may die of one chunk, one after the other: it would kill the next ones too, and keep what is behind it waiting. */
const usualDeaths = 10

interface Time {
  /** No chunk is begun after this instant, as of `Date.now()`. */
  until: number
  leaseMs?: number
  mostDeaths?: number
}

/**
 * Takes jobs of these kinds in hand, one after the other, until the time is over or nothing is left; with `id` that one alone. Every
 * chunk is saved before the next begins, so whoever comes after a killed worker does its last chunk again and goes on.
 * Gives the job that was in hand last, as it then stood.
 */
export async function workOn(kinds: readonly KindOfJob[], time: Time, id?: string): Promise<Job | undefined> {
  const { until, leaseMs = usualLeaseMs, mostDeaths = usualDeaths } = time
  let last: Job | undefined
  while (Date.now() < until) {
    const { db } = environment()
    const lease = { holder: randomUUID(), until: inMs(leaseMs) }
    const job = await takeJob(
      db,
      kinds.map(({ kind }) => kind),
      lease,
      now().iso,
      id,
    )
    if (!job) break
    last = await workOnOne(
      kinds.find(({ kind }) => kind === job.kind)!,
      job,
      { until, leaseMs, mostDeaths },
    )
    if (id !== undefined) break
  }
  return last
}

/** Chunk after chunk of a job in hand, until it ends, fails, is in other hands, or the time is over. */
async function workOnOne(kind: KindOfJob, taken: Job, { until, leaseMs, mostDeaths }: Required<Time>): Promise<Job> {
  if (taken.takes > mostDeaths) {
    const failed = await saveTurn(environment().db, taken, { state: 'failed', fault: unforeseen, lease: null })
    return failed ?? taken
  }
  let job = taken
  while (job.state === 'waiting' && Date.now() < until) {
    const saved = await turn(kind, job, leaseMs)
    if (!saved || saved.failures > 0) return saved ?? job
    job = saved
  }
  return job.state === 'waiting' ? ((await saveTurn(environment().db, job, { lease: null })) ?? job) : job
}

/** One chunk, done and saved. Nothing when the job is in other hands by then. */
async function turn(kind: KindOfJob, job: Job, leaseMs: number): Promise<Job | undefined> {
  const on: AtWork = { ...environment(), moment: now() }
  let isSaying = false
  const sayOnce = async () => {
    // One that waits for its answer says enough: a slow database is not asked again and again.
    if (isSaying) return
    isSaying = true
    await keepJob(on.db, job, inMs(leaseMs)).catch(() => undefined)
    isSaying = false
  }
  const renewing = setInterval(() => void sayOnce(), leaseMs / 3)
  try {
    const change = await changeBy(kind, on, job)
    const lease = change.state ? null : { ...job.lease!, until: inMs(leaseMs) }
    return await saveTurn(on.db, job, { lease, fault: null, ...change, failures: 0 })
  } catch (error) {
    return await saveTurn(on.db, job, afterFailure(job, error))
  } finally {
    clearInterval(renewing)
  }
}

/** What one turn changes about the job. */
async function changeBy(kind: KindOfJob, on: AtWork, { _id: id, input, cursor, cancelAskedAt, progress }: Job): Promise<Partial<Job>> {
  const at = { id, input, cursor }
  if (cancelAskedAt !== null && kind.mayCancel(at)) {
    await kind.clear(on, at)
    return { state: 'cancelled' }
  }
  const chunk = await kind.chunk(on, at).catch(async (error: unknown) => {
    if (!(error instanceof JobFault)) throw error
    await kind.clear(on, at)
    return error
  })
  if (chunk instanceof JobFault) return { state: 'failed', fault: chunk.message }
  return progressBy(chunk, progress)
}

const progressBy = (chunk: Chunk<object, unknown>, { done, of }: Job['progress']): Partial<Job> =>
  'result' in chunk
    ? { state: 'done', result: chunk.result, progress: { done: of ?? done, of } }
    : { cursor: chunk.next as Record<string, unknown>, progress: { done: chunk.done, of: chunk.of } }

/** Somebody tries again a while later; after so many times it has failed. What was done so far stays: it can be asked for again. */
function afterFailure({ _id, kind, failures, lease }: Job, error: unknown): Partial<Job> {
  writeFault({ job: `${kind} ${_id}` }, error)
  // That is nothing about the job: it keeps its place, however long, and says why it waits.
  if (isFull(error)) return { lease: { ...lease!, until: inMs(fullWaitMs) }, failures: Math.max(1, failures), fault: full }
  if (failures + 1 >= mostFailures) return { state: 'failed', fault: unforeseen, lease: null, failures: failures + 1 }
  return { lease: { ...lease!, until: inMs(firstWaitMs * 2 ** failures) }, failures: failures + 1 }
}

const unforeseen = '这件事试了几次都没有办成，是系统的问题，已经做好的部分都在。请过一会儿再试；还不行，请把时间告诉管理员。'

const full = '存数据的地方满了，先停在这里，已经写下的都还在。请管理员腾出空间；有了空间，会自己从这里接着做。'

const inMs = (ms: number): string => momentOf(new Date(Date.now() + ms)).iso

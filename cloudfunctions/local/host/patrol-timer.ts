import type { Chained } from '#contract/patrol/actions'
import { processWriter } from '#kernel/record/audit-writer'
import { findCheckpoint } from '#store/record/checkpoints'
import type { Db } from '#store/db/collection'
import { appendToWitness, lastNote, sizeIn } from '../audit/notes'
import { allPlaces, type WitnessPlaces } from '../audit/places'
import type { LocalCloud } from './cloud'

const everyMs = 60_000
/** So long after a record was written it is chained; what is written meanwhile is chained with it. */
const soonMs = 1000

/**
 * Chains the audit log while the local cloud runs: a second after this process has written a record, and once a minute for what others
 * write. Keeps each checkpoint's note beside the database and elsewhere. A failure is one line at the terminal; the county goes on
 * working and the next round tries again. `close` does a last round.
 */
export function startPatrol(cloud: LocalCloud, db: Db, places: WitnessPlaces): { close(): Promise<void> } {
  const writer = processWriter()
  let soon: NodeJS.Timeout | undefined
  let turn: Promise<void> = Promise.resolve()
  const round = () =>
    (turn = turn
      .then(() => patrolOnce(allPlaces(places), () => cloud.operate<Chained>('patrol', 'chain', {}), db))
      .catch((error: Error) => console.error(`审计存证这一次没有做成，一分钟后再试：${error.message}`)))
  writer.onWritten = () => {
    soon ??= setTimeout(() => {
      soon = undefined
      void round()
    }, soonMs)
  }
  const minute = setInterval(() => void round(), everyMs).unref()
  const day = setInterval(
    () => void tidyAll(cloud).catch((error: Error) => console.error(`过期的登录码这一次没有清，明天再试：${error.message}`)),
    24 * 60 * everyMs,
  ).unref()
  return {
    close: async () => {
      writer.onWritten = undefined
      clearTimeout(soon)
      clearInterval(minute)
      clearInterval(day)
      await round()
    },
  }
}

/** Publishes the register's balance; then round after round, until nothing is left to remove. */
async function tidyAll(cloud: LocalCloud): Promise<void> {
  await cloud.operate('patrol', 'balance', {})
  for (let more = true; more;) ({ more } = await cloud.operate<{ more: boolean }>('patrol', 'tidy', {}))
}

/**
 * One round; each witness file keeps the newest note. A database that does not know what a file noted last is not signed for: it was
 * rolled back, or somebody's hand was in it. @throws Error that says so.
 */
export async function patrolOnce(files: string[], chain: () => Promise<Chained>, db: Db): Promise<void> {
  for (const file of files) {
    const kept = readable(file)
    if (kept && (await findCheckpoint(db, sizeIn(kept)))?.note !== kept) {
      throw new Error(
        `库里没有 ${file} 里留下的那一次存证，没有往下存。请马上运行 npm run audit:verify 查明。要是刚从备份恢复过，请把这个文件改名留好，再重新开始。`,
      )
    }
  }
  const { note, missing, strange } = await chain()
  if (note) for (const file of files) keep(file, note)
  if (missing.length > 0)
    console.error(`有 ${missing.length} 条刚写好的审计记录不见了：有人在动数据库。请马上运行 npm run audit:verify 查明。`)
  if (strange > 0) console.error(`审计记录里有 ${strange} 条不是小康码写的，没有给它们存证。请运行 npm run audit:verify 查明。`)
}

const readable = (file: string): string | undefined => tried(file, () => lastNote(file))

const keep = (file: string, note: string): void =>
  tried(file, () => {
    if (lastNote(file) !== note) appendToWitness(file, note)
  })

/** A place that cannot be reached, e.g. a drive that was taken out, holds nothing up. */
function tried<Value>(file: string, work: () => Value): Value | undefined {
  try {
    return work()
  } catch (error) {
    console.error(`存证没有存到 ${file}：${(error as Error).message}`)
    return undefined
  }
}

import type { Chained } from '#contract/patrol'
import { findCheckpoint, latestCheckpoint } from '#store/checkpoints'
import type { Db } from '#store/collection'
import { appendToWitness, lastNote, sizeIn } from './audit/notes'
import type { LocalCloud } from './cloud'

const everyMs = 60_000

/**
 * Chains the audit log once a minute while the local cloud runs, and keeps each checkpoint's note beside the database.
 * A failure is one line at the terminal; the county goes on working and the next minute tries again.
 */
export function startPatrol(cloud: LocalCloud, db: Db): void {
  let underWay = false
  const patrol = async () => {
    if (underWay) return
    underWay = true
    await patrolOnce(cloud.data.path, () => cloud.operate('patrol', 'chain', {}), db).catch((error: Error) => console.error(`审计存证这一次没有做成，一分钟后再试：${error.message}`))
    underWay = false
  }
  setInterval(() => void patrol(), everyMs).unref()
  setInterval(() => void cloud.operate('patrol', 'tidy', {}).catch((error: Error) => console.error(`过期的登录码这一次没有清，明天再试：${error.message}`)), 24 * 60 * everyMs).unref()
}

/** One round. A database that no longer knows what was noted last is not signed for: it was rolled back, or somebody's hand was in it. */
export async function patrolOnce(dataPath: string, chain: () => Promise<Chained>, db: Db): Promise<void> {
  const kept = lastNote(dataPath)
  if (kept && (await findCheckpoint(db, sizeIn(kept)))?.note !== kept) throw new Error('库里没有库外留下的那一次存证，没有往下存。请马上运行 npm run audit:verify 查明。')
  await chain()
  const note = (await latestCheckpoint(db))?.note
  if (note && note !== kept) appendToWitness(dataPath, note)
}

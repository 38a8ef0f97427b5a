import type { patrol } from '#contract/patrol/actions'
import { versionsOf } from '#kernel/seal/keys'
import { ofOlderVersions } from '#kernel/seal/renew'
import type { Action, On } from '#kernel/call/on'
import { collections } from '#store/all'
import { pageLimit, type Collection, type Filter, type Stored } from '#store/db/collection'
import { count } from '#store/db/read'
import { importsUnderOtherKeys } from '#store/intake/intake'
import { beginRotation, finishRotation, saveStage, type Stage } from '#store/record/rotations'
import { resealPage } from './reseal-page'

/**
 * Brings documents that stand under an older key version to the newest, at most `limit` of them; called again it goes on where it
 * was, however it ended. Done when a sweep over every collection has found nothing older, save what cannot be brought over.
 */
export const reseal: Action<typeof patrol.reseal> = async ({ limit }, on) => {
  const { db, keys, moment } = on
  if (keys.next)
    return { version: keys.next.version, done: false, resealed: 0, waiting: `第 ${keys.next.version} 版根密钥还没有到启用的时间` }
  const version = keys.newest
  if (version === '1' && versionsOf(keys).length === 1) return { version, done: true, resealed: 0, remaining: 0 }
  const { finishedAt, stages } = await beginRotation(db, version, moment.iso)
  const remaining = () => Object.values(stages).reduce((sum, { left }) => sum + left, 0)
  if (finishedAt) return { version, done: true, resealed: 0, remaining: remaining() }
  const [other] = await importsUnderOtherKeys(db, version, moment.iso)
  if (other) return { version, done: false, resealed: 0, waiting: `《${other.fileName}》还在用原来的根密钥导入` }

  let [resealed, budget] = [0, limit]
  for (const of of collections) {
    const older = ofOlderVersions(keys, of)
    for (let stage = stages[of.name] ?? { after: '', left: 0, through: false }; older && !stage.through; stages[of.name] = stage) {
      if (budget <= 0) return { version, done: false, resealed }
      const page = await next(on, of, older, stage, Math.min(budget, pageLimit))
      resealed += page.resealed
      budget -= Math.max(page.seen, 1)
      stage = page.stage
      await saveStage(db, version, of.name, stage)
    }
  }
  await finishRotation(db, version, moment.iso)
  return { version, done: true, resealed, remaining: remaining() }
}

/** The next page of a collection. After its last one a sweep tells whether it is through, or something older was written behind us. */
async function next(
  on: On,
  of: Collection<Stored>,
  older: Filter,
  { after, left }: Stage,
  limit: number,
): Promise<{ stage: Stage; resealed: number; seen: number }> {
  const page = await resealPage(on, of, older, after, limit)
  const stage: Stage = { after: page.last ?? after, left: left + page.left, through: false }
  if (page.seen === limit) return { ...page, stage }
  const through = (await count(on.db, of, older)) <= stage.left
  return { ...page, stage: through ? { ...stage, through } : { after: '', left: 0, through } }
}

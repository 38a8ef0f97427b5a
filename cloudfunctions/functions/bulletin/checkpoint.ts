import type { bulletin } from '#contract/bulletin/actions'
import { originOf, verifierKey } from '#kernel/record/checkpoint-note'
import type { Action } from '#kernel/call/on'
import { latestCheckpoint } from '#store/record/checkpoints'

/** The newest checkpoint, published: the more people keep one, the less can be hidden. */
export const checkpoint: Action<typeof bulletin.checkpoint> = async (_, { db, county, keys }) => {
  const latest = await latestCheckpoint(db)
  return { key: verifierKey(keys, originOf(county)), ...(latest && { note: latest.note }) }
}

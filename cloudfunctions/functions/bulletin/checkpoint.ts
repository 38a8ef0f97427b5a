import type { bulletin } from '#contract/bulletin'
import { originOf, verifierKey } from '#kernel/checkpoint-note'
import type { Action } from '#kernel/serve'
import { latestCheckpoint } from '#store/checkpoints'

/** The newest checkpoint, published: the more people keep one, the less can be hidden. */
export const checkpoint: Action<typeof bulletin.checkpoint> = async (_, { db, county, keys }) => {
  const latest = await latestCheckpoint(db)
  return { key: verifierKey(keys, originOf(county)), ...(latest && { note: latest.note }) }
}

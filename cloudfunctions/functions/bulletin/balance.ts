import type { bulletin } from '#contract/bulletin/actions'
import { registerOriginOf, verifierKey } from '#kernel/record/checkpoint-note'
import type { Action } from '#kernel/call/on'
import { latestBalance, linesBehind } from '#store/record/balance'

const pageSize = 1000

/** The register's balance, published: whoever holds it can count it without us, and without a name. */
export const balance: Action<typeof bulletin.balance> = async ({ after, size }, { db, county, keys }) => {
  const latest = await latestBalance(db)
  const upTo = Math.min(size ?? latest?.size ?? 0, latest?.size ?? 0)
  const lines = await linesBehind(db, after, upTo, pageSize)
  const next = after + lines.length
  return {
    key: verifierKey(keys, registerOriginOf(county)),
    ...(latest && { note: latest.note }),
    size: upTo,
    lines: lines.map(({ line }) => line),
    ...(lines.length > 0 && next < upTo && { next }),
  }
}

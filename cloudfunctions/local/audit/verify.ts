import { originOf } from '#kernel/checkpoint-note'
import { rootOf } from '#kernel/merkle'
import { audit } from '#store/audit'
import { latestCheckpoint, type AuditCheckpoint } from '#store/checkpoints'
import { count, find } from '#store/collection'
import type { Finding } from './finding'
import { checkpointsOf, type Log } from './log'
import { startWalk, walkTo, type Walk } from './walk'
import { Witness } from './witness'

/** What a replay came to. */
export interface Verified {
  /** Entries that were replayed and found to be as they were chained; all of them, without a finding. */
  size: number
  /** The root over them, hex. */
  root: string
  checkpoints: number
  /** Entries that are not chained yet. */
  waiting: number
  /** The newest checkpoint's note. */
  note: string | undefined
  /** The first thing that is wrong. */
  finding: Finding | undefined
}

/**
 * Replays the whole audit log: every entry against its leaf, every leaf against the signed roots, and the log against
 * checkpoints that were kept elsewhere (their notes). A patrol may go on meanwhile: what it adds is not looked at.
 */
export async function verifyAudit(log: Log, kept: string[] = []): Promise<Verified> {
  const latest = await latestCheckpoint(log.db)
  const walk = startWalk(log, new Witness(log.keys, originOf(log.county), kept))
  let checkpoints = 0
  let finding: Finding | undefined
  const all = checkpointsOf(log)
  for (let next = await all.take(); next && latest && next._id <= latest._id && !finding; next = await all.take()) {
    finding = await walkTo(walk, next)
    checkpoints++
  }
  finding ??= walk.witness.misses(walk.tree.size) ?? (await withoutTime(walk))
  return { size: walk.tree.size, root: rootOf(walk.tree).toString('hex'), checkpoints, waiting: await waitingAfter(log, latest), note: latest?.note, finding }
}

const waitingAfter = ({ db }: Log, latest: AuditCheckpoint | undefined) => count(db, audit, { at: { $gt: latest?.upTo ?? '' } })

/** What bears no time stands nowhere in the log's order; only a hand in the database can have written it. */
async function withoutTime({ log, tree }: Walk): Promise<Finding | undefined> {
  // Two counts that indexes answer; only if they differ is every entry looked at. In this order, since entries keep coming.
  const all = await count(log.db, audit, {})
  if (all <= (await count(log.db, audit, { at: { $gt: '' } }))) return undefined
  const [entry] = await find(log.db, audit, { at: { $not: { $gt: '' } } }, { limit: 1, fields: ['_id'] })
  return entry && { fault: 'inserted', seq: tree.size + 1, entryId: entry._id }
}

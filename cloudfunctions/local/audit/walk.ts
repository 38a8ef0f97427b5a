import { Places, type Place } from '#kernel/audit-leaf'
import { checkStored, originOf } from '#kernel/checkpoint-note'
import { append, emptyFrontier, rootOf, type Frontier } from '#kernel/merkle'
import type { AuditRecord } from '#store/audit'
import { numbered, type AuditCheckpoint, type AuditLeaf } from '#store/checkpoints'
import { blameEntry, blameMisfit, blameRoot, blameStray } from './blame'
import type { Finding } from './finding'
import { entriesOf, leavesAfter, type Log } from './log'
import type { Pages } from './pages'
import type { Witness } from './witness'

/** How far the replay has come: `tree` holds what the entries themselves gave, `sealed` is the size at the last checkpoint. */
export interface Walk {
  log: Log
  entries: Pages<AuditRecord>
  leaves: Pages<AuditLeaf>
  places: Places
  tree: Frontier
  sealed: number
  witness: Witness
}

export const startWalk = (log: Log, witness: Witness): Walk =>
  ({ log, entries: entriesOf(log), leaves: leavesAfter(log, 0), places: new Places(), tree: emptyFrontier, sealed: 0, witness })

/** Replays the log up to a checkpoint; the first thing that is wrong, if anything is. */
export async function walkTo(walk: Walk, checkpoint: AuditCheckpoint): Promise<Finding | undefined> {
  const unsound = checkpointFault(walk, checkpoint)
  if (unsound) return unsound
  while (walk.tree.size < checkpoint.size) {
    const finding = (await step(walk, checkpoint)) ?? walk.witness.differs(walk.tree)
    if (finding) return finding
  }
  const next = await walk.entries.peek()
  if (next && next.at <= checkpoint.upTo) return blameStray(walk, next)
  if (rootOf(walk.tree).toString('hex') !== checkpoint.root) return blameRoot(walk, checkpoint)
  walk.sealed = checkpoint.size
  return undefined
}

function checkpointFault({ log, tree }: Walk, checkpoint: AuditCheckpoint): Finding | undefined {
  const seq = Number(checkpoint._id) || tree.size
  const fault = checkStored(log.keys, originOf(log.county), checkpoint)
  if (fault === 'signature') return { fault: 'checkpoint-signature', seq }
  if (fault === 'key') return { fault: 'checkpoint-key', seq }
  if (fault) return { fault: 'checkpoint-changed', seq }
  return checkpoint.previous === tree.size ? undefined : { fault: 'checkpoint-deleted', seq: checkpoint.previous }
}

/** One entry and the leaf that should be its own. */
async function step(walk: Walk, checkpoint: AuditCheckpoint): Promise<Finding | undefined> {
  const leaf = await walk.leaves.peek()
  const entry = await walk.entries.peek()
  if (!leaf || leaf._id !== numbered(walk.tree.size + 1) || leaf.entryId !== entry?._id) return blameMisfit(walk, checkpoint, leaf, entry)
  const place = walk.places.take(entry)
  if (!fits(leaf, entry, place)) return blameEntry(walk, checkpoint, leaf, entry, place)
  walk.leaves.skip()
  walk.entries.skip()
  walk.tree = append(walk.tree, Buffer.from(place.hash, 'hex'))
  return undefined
}

const fits = (leaf: AuditLeaf, entry: AuditRecord, { n, previous, hash }: Place): boolean =>
  leaf.hash === hash && leaf.n === n && leaf.previous === previous && leaf.at === entry.at && leaf.householdId === entry.householdId

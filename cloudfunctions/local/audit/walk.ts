import type { Place } from '#kernel/record/audit-leaf'
import { sealFault } from '#kernel/record/audit-seal'
import { originOf, readStored, type Checkpoint } from '#kernel/record/checkpoint-note'
import { append, rootOf } from '#kernel/record/merkle'
import type { AuditRecord } from '#store/record/audit'
import { numbered, type AuditCheckpoint, type AuditLeaf } from '#store/record/checkpoints'
import { blameEntry, blameMisfit, blameRoot } from './blame'
import { ofLeaf, sealFaults, type Finding } from './finding'
import { inOrder } from './order'
import type { Walk } from './replayed'

/** Replays the log up to a checkpoint; the first thing that is wrong, if anything is. */
export async function walkTo(walk: Walk, checkpoint: AuditCheckpoint): Promise<Finding | undefined> {
  const said = readStored(walk.log.keys, originOf(walk.log.county), checkpoint)
  const unsound = checkpointFault(walk, checkpoint, said)
  if (unsound || typeof said === 'string') return unsound
  walk.sealedFrom ??= said.sealedFrom
  while (walk.tree.size < checkpoint.size) {
    const finding = (await step(walk, checkpoint)) ?? walk.witness.differs(walk.tree)
    if (finding) return finding
  }
  if (rootOf(walk.tree).toString('hex') !== checkpoint.root) return blameRoot(walk, checkpoint)
  walk.sealed = checkpoint.size
  walk.writers.promised(said.announced)
  return undefined
}

function checkpointFault({ tree, sealedFrom }: Walk, checkpoint: AuditCheckpoint, said: Checkpoint | string): Finding | undefined {
  const seq = Number(checkpoint._id) || tree.size
  if (said === 'signature') return { fault: 'checkpoint-signature', seq }
  if (said === 'key') return { fault: 'checkpoint-key', seq }
  if (typeof said === 'string' || (sealedFrom !== undefined && said.sealedFrom !== sealedFrom)) return { fault: 'checkpoint-changed', seq }
  return checkpoint.previous === tree.size ? undefined : { fault: 'checkpoint-deleted', seq: checkpoint.previous }
}

/** One leaf and the entry that should stand there. */
async function step(walk: Walk, checkpoint: AuditCheckpoint): Promise<Finding | undefined> {
  const leaf = await walk.places.peek()
  const seq = walk.tree.size + 1
  if (!leaf || leaf._id !== numbered(seq)) return blameMisfit(walk, checkpoint, leaf)
  const { entry } = leaf
  if (!entry) return ofLeaf('deleted', leaf)
  const place = walk.numbers.take(entry)
  if (!fits(leaf, entry, place)) return blameEntry(walk, checkpoint, leaf, entry, place)
  if (walk.tree.size > walk.sealed && walk.last && !inOrder(walk.last, entry)) return ofLeaf('order', leaf)
  const fault = walk.sealedFrom !== undefined && seq >= walk.sealedFrom ? sealFault(walk.log.keys, entry) : undefined
  if (fault) return ofLeaf(sealFaults[fault], leaf)
  walk.places.skip()
  walk.writers.met(entry, seq)
  walk.last = entry
  walk.tree = append(walk.tree, Buffer.from(place.hash, 'hex'))
  return undefined
}

const fits = (leaf: AuditLeaf, entry: AuditRecord, { n, previous, hash }: Place): boolean =>
  leaf.hash === hash && leaf.n === n && leaf.previous === previous && leaf.at === entry.at && leaf.householdId === entry.householdId

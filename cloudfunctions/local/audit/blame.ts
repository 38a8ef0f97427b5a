import { hashEntry, type Place } from '#kernel/audit-leaf'
import { append, coverOf, rootOf } from '#kernel/merkle'
import { audit, type AuditRecord } from '#store/audit'
import { auditLeaves, leavesOf, numbered, type AuditCheckpoint, type AuditLeaf } from '#store/checkpoints'
import { find, findById } from '#store/collection'
import type { Fault, Finding } from './finding'
import { leavesAfter } from './log'
import type { Walk } from './walk'

const ofLeaf = (fault: Fault, { _id, entryId, at }: AuditLeaf): Finding => ({ fault, seq: Number(_id), entryId, at })

/** An entry stands where the chain has none. */
export async function blameStray({ log, tree }: Walk, entry: AuditRecord): Promise<Finding> {
  const [leaf] = await leavesOf(log.db, [entry._id])
  if (!leaf) return { fault: 'inserted', seq: tree.size + 1, entryId: entry._id, at: entry.at }
  return ofLeaf(hashEntry(entry, leaf.n, leaf.previous) === leaf.hash ? 'order' : 'changed', leaf)
}

/** The next leaf is not that of the next entry: one of the two is missing, or too many, or has moved. */
export async function blameMisfit(walk: Walk, checkpoint: AuditCheckpoint, leaf?: AuditLeaf, entry?: AuditRecord): Promise<Finding> {
  const { log, tree } = walk
  const seq = tree.size + 1
  if (leaf && leaf._id < numbered(seq)) return { ...ofLeaf('leaf-inserted', leaf), seq }
  if (!leaf || leaf._id !== numbered(seq)) {
    const orphan = entry && entry.at <= checkpoint.upTo && (await leavesOf(log.db, [entry._id])).length === 0
    return orphan ? { fault: 'leaf-deleted', seq, entryId: entry._id, at: entry.at } : { fault: 'deleted-with-leaf', seq }
  }
  const own = await findById(log.db, audit, leaf.entryId)
  if (!own) return ofLeaf('deleted', leaf)
  if (hashEntry(own, leaf.n, leaf.previous) !== leaf.hash) return ofLeaf('changed', leaf)
  return entry ? blameStray(walk, entry) : ofLeaf('order', leaf)
}

/** An entry does not give the hash of its leaf. The signed root tells which of the two is as it was. */
export async function blameEntry(walk: Walk, checkpoint: AuditCheckpoint, leaf: AuditLeaf, entry: AuditRecord, place: Place): Promise<Finding> {
  const intact = leaf.hash !== place.hash && hashEntry(entry, leaf.n, leaf.previous) === leaf.hash
  if (intact) return blameBefore(walk, leaf, place)
  const leafIsWrong = leaf.hash === place.hash || ((await rootWith(walk, checkpoint, leaf.hash)) !== checkpoint.root && (await rootWith(walk, checkpoint, place.hash)) === checkpoint.root)
  return ofLeaf(leafIsWrong ? 'leaf-changed' : 'changed', leaf)
}

/** Entry and leaf fit each other, but not what is there now of their household before them. */
async function blameBefore({ log, sealed }: Walk, leaf: AuditLeaf, place: Place): Promise<Finding> {
  const [before] = await find(log.db, auditLeaves, { householdId: leaf.householdId, n: (place.n ?? 0) - 1 }, { limit: 1 })
  if (before && leaf.n === place.n) return ofLeaf('rewritten', before)
  return { fault: 'deleted-with-leaf', seq: sealed + 1, upToSeq: Number(leaf._id) }
}

/** The root at a checkpoint if the next leaf had this hash and the rest were as stored. */
async function rootWith({ log, tree }: Walk, { size }: AuditCheckpoint, hash: string): Promise<string | undefined> {
  let grown = append(tree, Buffer.from(hash, 'hex'))
  for (const leaves = leavesAfter(log, grown.size); grown.size < size;) {
    const leaf = await leaves.take()
    if (!leaf) return undefined
    grown = append(grown, Buffer.from(leaf.hash, 'hex'))
  }
  return rootOf(grown).toString('hex')
}

/** Everything fits, but not the signed root. The checkpoint's subtrees narrow down where. */
export async function blameRoot({ log, tree, sealed }: Walk, { size, frontier }: AuditCheckpoint): Promise<Finding> {
  const { first, last } = coverOf(size)[tree.nodes.findIndex((node, i) => node.toString('hex') !== frontier[i])] ?? { first: 1, last: size }
  const seq = Math.max(first, sealed + 1)
  const leaf = seq === last ? await findById(log.db, auditLeaves, numbered(seq)) : undefined
  return leaf ? ofLeaf('rewritten', leaf) : { fault: 'rewritten', seq, upToSeq: last }
}

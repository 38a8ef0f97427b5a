import { hashEntry, type Place } from '#kernel/record/audit-leaf'
import { append, coverOf, rootOf } from '#kernel/record/merkle'
import { audit, type AuditRecord } from '#store/record/audit'
import { auditLeaves, auditPage, leavesOf, numbered, type AuditCheckpoint, type AuditLeaf } from '#store/record/checkpoints'
import { find, findById } from '#store/db/read'
import { ofLeaf, type Finding } from './finding'
import { leavesAfter, type Placed } from './log'
import { inOrder } from './order'
import type { Walk } from './replayed'

/** Where the next leaf should be there is none, or another's. */
export async function blameMisfit(walk: Walk, checkpoint: AuditCheckpoint, leaf?: Placed): Promise<Finding> {
  const { tree } = walk
  const seq = tree.size + 1
  if (leaf && leaf._id < numbered(seq)) return { ...ofLeaf('leaf-inserted', leaf), seq }
  const orphan = await orphanBefore(walk, leaf?.entry?.at ?? checkpoint.upTo)
  return orphan ? { fault: 'leaf-deleted', seq, entryId: orphan._id, at: orphan.at } : { fault: 'deleted-with-leaf', seq }
}

/** The entry that lost its leaf: the first without one between the last that was replayed and a time. */
async function orphanBefore({ log, last }: Walk, upTo: string): Promise<AuditRecord | undefined> {
  const page = await auditPage(log.db, last ?? { at: '' }, upTo)
  const chained = new Set(
    (
      await leavesOf(
        log.db,
        page.map(({ _id }) => _id),
      )
    ).map(({ entryId }) => entryId),
  )
  return page.find(({ _id }) => !chained.has(_id))
}

/** An entry does not give the hash of its leaf. The signed root tells which of the two is as it was. */
export async function blameEntry(
  walk: Walk,
  checkpoint: AuditCheckpoint,
  leaf: AuditLeaf,
  entry: AuditRecord,
  place: Place,
): Promise<Finding> {
  const intact = leaf.hash !== place.hash && hashEntry(entry, leaf.n, leaf.previous) === leaf.hash
  if (intact) return (await comesTooEarly(walk, checkpoint, leaf, entry)) ? ofLeaf('order', leaf) : blameBefore(walk, leaf, place)
  const leafIsWrong =
    leaf.hash === place.hash ||
    ((await rootWith(walk, checkpoint, leaf.hash)) !== checkpoint.root &&
      (await rootWith(walk, checkpoint, place.hash)) === checkpoint.root)
  return ofLeaf(leafIsWrong ? 'leaf-changed' : 'changed', leaf)
}

/** Entry and leaf fit each other, but not what is there now of their household before them. */
async function blameBefore({ log, sealed }: Walk, leaf: AuditLeaf, place: Place): Promise<Finding> {
  const [before] = await find(log.db, auditLeaves, { householdId: leaf.householdId, n: (place.n ?? 0) - 1 }, { limit: 1 })
  if (before && leaf.n === place.n) return ofLeaf('rewritten', before)
  return { fault: 'deleted-with-leaf', seq: sealed + 1, upToSeq: Number(leaf._id) }
}

/** True when the entry behind it is the elder of the two, though one patrol chained both. */
async function comesTooEarly({ log }: Walk, { _id: end }: AuditCheckpoint, leaf: AuditLeaf, entry: AuditRecord): Promise<boolean> {
  const next = await findById(log.db, auditLeaves, numbered(Number(leaf._id) + 1))
  const after = next && next._id <= end ? await findById(log.db, audit, next.entryId) : undefined
  return after !== undefined && !inOrder(entry, after)
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

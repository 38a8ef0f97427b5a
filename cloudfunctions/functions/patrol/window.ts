import type { Places } from '#kernel/audit-leaf'
import { originOf, signCheckpoint } from '#kernel/checkpoint-note'
import { now } from '#kernel/clock'
import { append, rootOf, type Frontier } from '#kernel/merkle'
import type { On } from '#kernel/serve'
import type { AuditRecord } from '#store/audit'
import { addCheckpoint, addLeaves, auditPage, lastLeaves, numbered } from '#store/checkpoints'
import { pageLimit, type Db } from '#store/collection'

/** Where chaining goes on from: the tree so far, and the time up to which every entry is in it. */
export interface Base { tree: Frontier; upTo: string }

/**
 * An entry bears the time its request began and is written a moment later. By the time it is this old, every request
 * that began with it or before has ended, so nothing can honestly turn up behind a checkpoint any more.
 */
const settleMs = 60_000

/** About so many entries to a checkpoint when there is much to catch up with. */
const windowEntries = 20_000

/** Chains one window of new entries and signs a checkpoint over it; nothing if there was nothing new. `hold` asks whether it is still ours to do. */
export async function chainWindow(on: On, base: Base, places: Places, hold: () => Promise<boolean>): Promise<Base | undefined> {
  let upTo = new Date(Date.parse(on.moment.iso) - settleMs).toISOString()
  let tree = base.tree
  let after: { at: string; _id?: string } = { at: base.upTo }
  for (let page: AuditRecord[] | undefined; !page || page.length === pageLimit;) {
    page = await auditPage(on.db, after, upTo)
    tree = await chainPage(on.db, tree, places, page)
    after = page.at(-1) ?? after
    // Enough for one checkpoint: it ends with this time, and with all entries that share it.
    if (tree.size - base.tree.size >= windowEntries) upTo = after.at
  }
  if (tree.size === base.tree.size) return undefined
  if (!(await hold())) throw new Error('The patrol took too long and another has taken over')
  const root = rootOf(tree).toString('hex')
  const said = { size: tree.size, root, at: now().iso, upTo, previous: base.tree.size }
  const note = signCheckpoint(on.keys, originOf(on.county), said)
  await addCheckpoint(on.db, { _id: numbered(tree.size), ...said, frontier: tree.nodes.map((node) => node.toString('hex')), note })
  return { tree, upTo }
}

/** Writes the leaves of a page of entries; the tree with them. */
async function chainPage(db: Db, tree: Frontier, places: Places, page: AuditRecord[]): Promise<Frontier> {
  const households = page.flatMap(({ householdId }) => (householdId === null || places.knows(householdId) ? [] : [householdId]))
  if (households.length > 0) places.resume(await lastLeaves(db, [...new Set(households)]))
  let grown = tree
  const leaves = page.map((entry) => {
    const place = places.take(entry)
    grown = append(grown, Buffer.from(place.hash, 'hex'))
    return { _id: numbered(grown.size), entryId: entry._id, at: entry.at, householdId: entry.householdId, ...place }
  })
  await addLeaves(db, leaves)
  return grown
}

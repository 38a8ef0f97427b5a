import type { Places } from '#kernel/record/audit-leaf'
import { sealFault } from '#kernel/record/audit-seal'
import type { Announced } from '#kernel/record/audit-writer'
import { originOf, signCheckpoint } from '#kernel/record/checkpoint-note'
import { now } from '#kernel/call/clock'
import { append, rootOf, type Frontier } from '#kernel/record/merkle'
import type { On } from '#kernel/call/on'
import type { AuditRecord } from '#store/record/audit'
import { addCheckpoint, addLeaves, auditPage, endOfTime, lastLeaves, leavesOf, lookBack, numbered } from '#store/record/checkpoints'
import { pageLimit, type Db } from '#store/db/collection'

/** Where chaining goes on from: the tree so far, the newest time in it, and what its last checkpoint says. */
export interface Base {
  tree: Frontier
  upTo: string
  sealedFrom?: number
  note?: string
}

/** One patrol's round. */
export interface Run {
  on: On
  places: Places
  announced: Announced | undefined
  mayBeUnsealed: { accepts(entry: AuditRecord): boolean; over: boolean }
  /** Ids of entries that no writer of ours wrote. */
  strange: Set<string>
  /** Asks whether it is still ours to do. */
  hold(): Promise<boolean>
}

/** About so many entries to a checkpoint when there is much to catch up with. */
const windowEntries = 20_000

/**
 * Chains one window of new entries and signs a checkpoint over it; nothing if there was nothing new. New is what has no leaf. An entry
 * bears the time at which its request began by the clock of its machine, so it is looked for some way back (`since`: from there).
 */
export async function chainWindow(run: Run, base: Base, since?: string): Promise<Base | undefined> {
  const { on, announced, mayBeUnsealed } = run
  const { iso } = on.moment
  let tree = base.tree
  let upTo = base.upTo
  let after: { at: string; _id?: string } = { at: since ?? lookBack(base.upTo < iso ? base.upTo : iso) }
  for (let page: AuditRecord[] | undefined; (!page || page.length === pageLimit) && tree.size - base.tree.size < windowEntries;) {
    page = await auditPage(on.db, after, endOfTime)
    const fresh = await newAndSound(run, page)
    tree = await chainPage(on.db, tree, run.places, fresh)
    for (const { at } of fresh) if (at > upTo && at <= iso) upTo = at
    after = page.at(-1) ?? after
  }
  if (tree.size === base.tree.size) return undefined
  if (!(await run.hold())) throw new Error('The patrol took too long and another has taken over')
  const root = rootOf(tree).toString('hex')
  const said = { size: tree.size, root, at: now().iso, upTo: upTo || iso, previous: base.tree.size }
  const sealedFrom = base.sealedFrom ?? (mayBeUnsealed.over ? tree.size + 1 : undefined)
  const note = signCheckpoint(on.keys, originOf(on.county), { ...said, ...(sealedFrom && { sealedFrom }), ...(announced && { announced }) })
  await addCheckpoint(on.db, { _id: numbered(tree.size), ...said, frontier: tree.nodes.map((node) => node.toString('hex')), note })
  return { tree, upTo: said.upTo, note, ...(sealedFrom && { sealedFrom }) }
}

/** Of a page, what has no leaf yet and was written by one of our processes. */
async function newAndSound({ on, mayBeUnsealed, strange }: Run, page: AuditRecord[]): Promise<AuditRecord[]> {
  const chained = new Set(
    (
      await leavesOf(
        on.db,
        page.map(({ _id }) => _id),
      )
    ).map(({ entryId }) => entryId),
  )
  return page.filter((entry) => {
    if (chained.has(entry._id)) return false
    const fault = sealFault(on.keys, entry)
    const sound = fault === undefined || (fault === 'unsealed' && mayBeUnsealed.accepts(entry))
    if (!sound) strange.add(entry._id)
    return sound
  })
}

/** Writes the leaves of a page of entries; the tree with them. */
async function chainPage(db: Db, tree: Frontier, places: Places, page: AuditRecord[]): Promise<Frontier> {
  if (page.length === 0) return tree
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

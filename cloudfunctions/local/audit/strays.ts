import { sealFault } from '#kernel/record/audit-seal'
import { audit, type AuditRecord } from '#store/record/audit'
import { auditPage, endOfTime, leavesOf, lookBack, type AuditCheckpoint } from '#store/record/checkpoints'
import { count, find } from '#store/db/read'
import { sealFaults, type Finding } from './finding'
import type { Log } from './log'
import { Pages } from './pages'
import type { Walk } from './replayed'

/**
 * Looks at the entries that stand in no checkpoint. Those that one of our processes sealed wait for the next patrol, whatever time they
 * bear: a clock may have been set back. The others were slipped in; the first of them, and how many wait.
 */
export async function findStrays(
  walk: Walk,
  latest: AuditCheckpoint | undefined,
): Promise<{ finding: Finding | undefined; waiting: number }> {
  const { log, tree } = walk
  const excess = (await count(log.db, audit, {})) - tree.size
  if (excess <= 0) return { finding: undefined, waiting: 0 }
  // Usually all of them are new. Only where they are not is the whole log gone through.
  const near = await unchained(byTime(log, lookBack(latest?.upTo ?? '')), log, latest)
  const strays = near.length >= excess ? near : await unchained(byId(log), log, latest)
  const sound: AuditRecord[] = []
  let first: { entry: AuditRecord; fault: Finding['fault'] } | undefined
  for (const entry of strays) {
    const fault = strayFault(walk, latest, entry)
    if (!fault) sound.push(entry)
    else if (!first || (entry.at ?? '') < (first.entry.at ?? '')) first = { entry, fault }
  }
  for (const entry of sound) walk.writers.met(entry)
  return {
    waiting: sound.length,
    finding: first && { fault: first.fault, seq: await numberFor(walk, first.entry), entryId: first.entry._id, at: first.entry.at },
  }
}

function strayFault(
  { log: { keys }, sealedFrom }: Walk,
  latest: AuditCheckpoint | undefined,
  entry: AuditRecord,
): Finding['fault'] | undefined {
  const fault = sealFault(keys, entry)
  if (!fault) return undefined
  // The last minutes of a log that was begun before there were seals.
  if (fault === 'unsealed' && latest && sealedFrom === undefined && entry.at > latest.upTo) return undefined
  return fault === 'unsealed' ? 'inserted' : sealFaults[fault]
}

/** The number that an entry would have by its time. */
const numberFor = async ({ log: { db }, tree }: Walk, { at }: AuditRecord): Promise<number> =>
  at ? Math.min(await count(db, audit, { at: { $lt: at } }), tree.size) + 1 : tree.size + 1

async function unchained(entries: Pages<AuditRecord>, { db }: Log, latest: AuditCheckpoint | undefined): Promise<AuditRecord[]> {
  const found: AuditRecord[] = []
  for (let page = await entries.takePage(); page.length > 0; page = await entries.takePage()) {
    const chained = new Set(
      (
        await leavesOf(
          db,
          page.map(({ _id }) => _id),
        )
      ).flatMap(({ _id, entryId }) => (latest && _id <= latest._id ? [entryId] : [])),
    )
    found.push(...page.filter(({ _id }) => !chained.has(_id)))
  }
  return found
}

const byTime = ({ db }: Log, from: string): Pages<AuditRecord> => new Pages((last) => auditPage(db, last ?? { at: from }, endOfTime))
const byId = ({ db }: Log): Pages<AuditRecord> =>
  new Pages((last) => find(db, audit, { _id: { $gt: last?._id ?? '' } }, { order: [['_id', 'asc']] }))

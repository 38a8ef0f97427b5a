import { originOf } from '#kernel/record/checkpoint-note'
import { rootOf } from '#kernel/record/merkle'
import { latestCheckpoint } from '#store/record/checkpoints'
import type { Finding } from './finding'
import { findGap } from './gaps'
import { checkpointsOf, type Log } from './log'
import { findStrays } from './strays'
import { startWalk } from './replayed'
import { walkTo } from './walk'
import { Witness } from './witness'

/** What a replay came to. */
export interface Verified {
  /** Entries that were replayed and found to be as they were chained; all of them, without a finding. */
  size: number
  /** The root over them, hex. */
  root: string
  checkpoints: number
  /** Entries that are sealed by their writers and not chained yet; not counted where something is wrong. */
  waiting: number
  /** The newest checkpoint's note. */
  note: string | undefined
  /** The first thing that is wrong. */
  finding: Finding | undefined
}

/**
 * Replays the whole audit log: every entry against its leaf and its writer's seal, every leaf against the signed roots, the numbers of
 * each writer against one another, and the log against checkpoints that were kept elsewhere (their notes). A patrol may go on
 * meanwhile: what it adds is not looked at.
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
  finding ??= walk.witness.misses(walk.tree.size)
  for (const announced of walk.witness.announced()) walk.writers.promised(announced)
  const strays = finding ? undefined : await findStrays(walk, latest)
  finding ??= strays?.finding ?? (await findGap(walk))
  return {
    size: walk.tree.size,
    root: rootOf(walk.tree).toString('hex'),
    checkpoints,
    waiting: strays?.waiting ?? 0,
    note: latest?.note,
    finding,
  }
}

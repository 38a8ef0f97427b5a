import { areTwo } from '#domain/access/second-person'
import {
  batchActsFor,
  batchPartiesOf,
  lineActsFor,
  mayDraftFor,
  mayActOnBatch,
  mayActOnLine,
  onlyTownOf,
  secondToBatch,
  secondToLine,
} from '#domain/work/batch-powers'
import type { BatchAct } from '#domain/work/batches'
import type { LineAct } from '#domain/work/batch-lines'
import { findStandings } from '#kernel/access/second-person'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { whoLetPass } from '#store/money/batch-acts'
import type { Batch, BatchLine } from '#store/money/batches'

/** True when an officer sees a batch at all. */
export const seesBatch = ({ county }: Pick<On, 'county'>, one: Staff, batch: Batch): boolean =>
  batchPartiesOf(county, batch, one).length > 0

/** True when an officer sees this line: a town, its own places' alone. */
export function seesLine(on: Pick<On, 'county'>, one: Staff, batch: Batch, line: BatchLine): boolean {
  const town = onlyTownOf(on.county, batch, one)
  return seesBatch(on, one, batch) && (town === undefined || town === line.townCode)
}

/** True when the others are really others. */
async function areOthers({ db }: On, one: Staff, others: readonly string[]): Promise<boolean> {
  if (others.length === 0) return true
  const known = await findStandings(db, [one._id, ...others])
  return others.every((other) => areTwo(known, one._id, other))
}

/** Who submits a batch, and who said of a doubtful line that it is paid all the same, do not approve it. */
const othersThan = async ({ db }: On, act: BatchAct, batch: Batch): Promise<string[]> => [
  ...secondToBatch(act, batch),
  ...(act === 'approve' ? await whoLetPass(db, batch._id) : []),
]

export const mayDoWithBatch = async (on: On, act: BatchAct, one: Staff, batch: Batch): Promise<boolean> =>
  mayActOnBatch(on.county, act, batch, one) && (await areOthers(on, one, await othersThan(on, act, batch)))

export const mayDoWithLine = async (on: On, act: LineAct, one: Staff, batch: Batch, line: BatchLine): Promise<boolean> =>
  mayActOnLine(on.county, act, batch, line, one) && (await areOthers(on, one, secondToLine(act, line)))

/** All of what an officer may do with a batch now. */
export async function allowedWithBatch(on: On, one: Staff, batch: Batch): Promise<BatchAct[]> {
  const acts = batchActsFor(on.county, batch, one)
  const others = await Promise.all(acts.map(async (act) => areOthers(on, one, await othersThan(on, act, batch))))
  return acts.filter((_, i) => others[i])
}

/** The same of lines of one batch: whoever else is asked about is looked up once for all. */
export async function allowedWithLines(on: On, one: Staff, batch: Batch, lines: readonly BatchLine[]): Promise<LineAct[][]> {
  const acts = lines.map((line) => lineActsFor(on.county, batch, line, one))
  const others = [...new Set(lines.flatMap((line, i) => acts[i]!.flatMap((act) => secondToLine(act, line))))]
  const known = others.length === 0 ? new Map<never, never>() : await findStandings(on.db, [one._id, ...others])
  return lines.map((line, i) => acts[i]!.filter((act) => secondToLine(act, line).every((other) => areTwo(known, one._id, other))))
}

/** True when an officer may say what becomes of lines of this draft. */
export const mayDecideLines = ({ county }: Pick<On, 'county'>, one: Staff, batch: Batch): boolean =>
  batch.state === 'draft' && mayDraftFor(county, batch.agencyId, one)

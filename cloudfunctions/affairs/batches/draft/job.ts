import { checkBatch, type Doubt } from '#domain/money/check-batch'
import type { Chunk, KindOfJob } from '#kernel/jobs/kind'
import type { AtWork } from '#kernel/jobs/kind'
import { find } from '#store/db/read'
import { put, remove, update, updateOne } from '#store/db/write'
import { inTurns } from '#store/db/turns'
import { findBatch } from '#store/money/batch-acts'
import { batchDifferences, batches, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { onePerson } from '../../persons/one-person'
import { countLines, goingOut, undecided } from '../count-lines'
import { countDifferences, differenceOf } from '../differences'
import { checkFacts } from './check-facts'
import { layLines } from './lay-lines'
import { firstPage, type DraftAt } from './draft-row'
import { sourceRows } from './source-rows'

interface Input {
  batchId: string
  round: number
}
/** Lines laid down, then those gone that the source has no more, then each checked, then the whole counted. */
type At =
  { phase: 'lay'; at: DraftAt; n: number } | { phase: 'drop' } | { phase: 'check'; after: number; done: number } | { phase: 'count' }
type Of<Phase extends At['phase']> = Extract<At, { phase: Phase }>

/** Drafts a batch from its source, so many lines at a time, and checks them. It ends quietly when the batch is no draft any more. */
export const draftJobBy = (size: number): KindOfJob<Input, At, { lines: number }> => ({
  kind: 'batch-draft',
  async chunk(on, { input: { batchId, round }, cursor }): Promise<Chunk<At, { lines: number }>> {
    const batch = await findBatch(on.db, batchId)
    if (batch?.state !== 'draft' || batch.round !== round) return { result: { lines: 0 } }
    const at = cursor ?? { phase: 'lay', at: firstPage, n: 1 }
    if (at.phase === 'lay') return lay(on, batch, at, size)
    if (at.phase === 'drop') return drop(on, batch, size)
    return at.phase === 'check' ? check(on, batch, at, size) : { result: await count(on, batch) }
  },
  mayCancel: () => false,
  clear: () => Promise.resolve(),
})

async function lay(on: AtWork, batch: Batch, { at, n }: Of<'lay'>, size: number): Promise<Chunk<At, never>> {
  const { rows, next } = await sourceRows({ on, batch, one: await onePerson(on.db), size }, at)
  const from = batch.round === 1 ? n : n + (await lastNumber(on, batch))
  await layLines(on, batch, rows, from)
  const done = n + rows.length
  return { next: next ? { phase: 'lay', at: next, n: done } : { phase: 'drop' }, done: done - 1, of: null }
}

/** The highest number that a drafting before has given. */
async function lastNumber({ db }: AtWork, { _id: batchId, round }: Batch): Promise<number> {
  const [last] = await find(db, batchLines, { batchId, firstRound: { $lt: round } }, { order: [['n', 'desc']], limit: 1, fields: ['n'] })
  return last?.n ?? 0
}

async function drop(on: AtWork, batch: Batch, size: number): Promise<Chunk<At, never>> {
  const { db } = on
  const gone = await find(db, batchLines, { batchId: batch._id, round: { $ne: batch.round } }, { order: [['_id', 'asc']], limit: size })
  await put(
    db,
    batchDifferences,
    gone.map((line) => differenceOf(on, batch, 'gone', line, undefined)),
  )
  await remove(db, batchLines, { _id: { $in: gone.map(({ _id }) => _id) } })
  return { next: gone.length === size ? { phase: 'drop' } : { phase: 'check', after: 0, done: 0 }, done: 0, of: null }
}

async function check(on: AtWork, batch: Batch, { after, done }: Of<'check'>, size: number): Promise<Chunk<At, never>> {
  const page = await find(on.db, batchLines, { batchId: batch._id, n: { $gt: after } }, { order: [['n', 'asc']], limit: size })
  const doubts = checkBatch(await checkFacts(on, batch, await onePerson(on.db), page))
  const byLine = new Map<string, Doubt[]>()
  for (const doubt of doubts) byLine.set(doubt.lineId, [...(byLine.get(doubt.lineId) ?? []), doubt])
  await inTurns(page, 8, (line) => flag(on, line, byLine.get(line._id) ?? []))
  const last = page.at(-1)
  const next: At = page.length === size && last ? { phase: 'check', after: last.n, done: done + page.length } : { phase: 'count' }
  return { next, done: done + page.length, of: null }
}

/** What was decided holds while the doubts are the same; a new one is to be decided anew. */
async function flag({ db }: AtWork, { _id, flags }: BatchLine, doubts: readonly Doubt[]): Promise<void> {
  const now = [...new Map(doubts.map(({ code, why }) => [code, { code, why }])).values()].sort((a, b) => a.code.localeCompare(b.code))
  if (JSON.stringify(flags) === JSON.stringify(now)) return
  const known = new Set(flags.map(({ code, why }) => `${code}/${why}`))
  const isNew = now.some(({ code, why }) => !known.has(`${code}/${why}`))
  await update(db, batchLines, { _id }, { $set: { flags: now, ...(isNew && { decided: null }) } })
}

async function count(on: AtWork, batch: Batch): Promise<{ lines: number }> {
  const { _id, round } = batch
  const [totals, waiting, differing] = await Promise.all([
    goingOut(on.db, _id),
    countLines(on.db, { batchId: _id, ...undecided }),
    countDifferences(on, batch),
  ])
  await updateOne(
    on.db,
    batches,
    { _id, round, state: 'draft' },
    { $set: { totals, undecided: waiting.lines, ...differing }, $inc: { turn: 1 } },
  )
  return { lines: totals.lines }
}

export const draftJob = draftJobBy(500)

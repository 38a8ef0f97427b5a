import type { Month } from '#domain/time/dates'
import { open } from '#kernel/seal/seal'
import { findEach } from '#store/db/read'
import { inParts, inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { fileSources } from '#store/intake/intake'
import { receipts, type Receipt } from '#store/money/money'
import type { Writing } from './writing'
import { sealer } from './documents'
import { pairMonth } from './pair-month'
import { batchesOf, homeOf, placeStrays, type Batch, type Stray } from './place-lines'

/**
 * After plans or receipts came for these months: a receipt that is now likelier to answer another month is moved there; then the lines
 * that answer nothing where they belong look for a plan row in the other months. It depends on what is there only, never on which came
 * first. Gives how many lines changed.
 */
export async function placeAgain(to: Writing, news: Month[]): Promise<number> {
  const list = await batchesOf(to.db)
  const batches = new Map(list.map((batch) => [batch.source._id, batch]))
  const moved = list.filter(({ source, months }) => source._id !== to.importId && source.batch!.months[0] !== months[0])
  const homes = await Promise.all(
    moved.map(async (batch) =>
      (await findEach(to.db, receipts, { importId: batch.source._id })).map((line) => ({ line, month: homeOf(line, batch) })),
    ),
  )
  let changed = await moveTo(to, homes.flat())

  const fresh = new Set([...news, ...moved.flatMap(({ source, months }) => [source.batch!.months[0]!, months[0]!])])
  const strays: { line: Receipt; stray: Stray }[] = []
  for (const batch of list.filter(({ months }) => months.some((month) => fresh.has(month)))) strays.push(...(await straysOf(to, batch)))
  const placed = await placeStrays(
    to,
    strays.map(({ stray }) => stray),
    batches,
  )
  changed += await moveTo(
    to,
    strays.map(({ line }) => ({ line, month: placed.get(line._id)! })),
  )
  for (const { source, months } of list) {
    if (source.batch!.months.join() !== months.join())
      await update(to.db, fileSources, { _id: source._id }, { $set: { 'batch.months': months } })
  }
  return changed
}

/** Lines that answer nothing where they belong, or stand in another month than that. */
async function straysOf({ db, keys }: Writing, batch: Batch): Promise<{ line: Receipt; stray: Stray }[]> {
  const closed = sealer(keys, 'card')
  const lines = await findEach(db, receipts, {
    importId: batch.source._id,
    $or: [{ paymentId: null }, { month: { $ne: batch.months[0] } }],
  })
  return lines
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    .flatMap((line) => {
      const home = homeOf(line, batch)
      if (!line.cardSealed || (line.paymentId !== null && line.month === home)) return []
      const { _id, month, amountFen, state } = line
      const months = [home, ...batch.months.filter((one) => one !== home)]
      return [{ line, stray: { _id, month, home, months, amountFen, state, card: closed(open(keys, line.cardSealed)) } }]
    })
}

/** Moves lines to their months, and pairs what they leave and what they come to. */
async function moveTo(to: Writing, lines: { line: Receipt; month: Month }[]): Promise<number> {
  const moving = lines.filter(({ line, month }) => line.month !== month)
  const closed = sealer(to.keys, 'card')
  const byMonth = new Map<Month, string[]>()
  const touched = new Map<Month, string[][]>()
  for (const { line, month } of moving) {
    byMonth.set(month, [...(byMonth.get(month) ?? []), line._id])
    if (line.cardSealed)
      for (const one of [line.month, month]) touched.set(one, [...(touched.get(one) ?? []), closed(open(to.keys, line.cardSealed)).indexes])
  }
  await inTurns(byMonth, 3, async ([month, ids]) => {
    for (const part of inParts(ids, 500)) await update(to.db, receipts, { _id: { $in: part } }, { $set: { month } })
  })
  for (const [month, cards] of touched) await (await pairMonth(to, month, cards)).correct()
  return moving.length
}

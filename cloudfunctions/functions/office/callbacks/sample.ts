import type { office } from '#contract/office/actions'
import { sizeOfSample } from '#domain/work/callbacks'
import { noBatch } from '#affairs/batches/perform'
import { act } from '#kernel/act'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { count, findById, findIn } from '#store/db/read'
import type { Staff } from '#store/access/staff'
import { batches, batchLines, type Batch } from '#store/money/batches'
import { callbackId, findSample, keepSample, writeCalls, type Callback, type Sample } from '#store/money/callbacks'
import { seesSample, whyNotDrawn } from './allowed'
import { drawFrom, seedOf } from './order'
import { presentSample } from './present'

/** What those who were asked say of a batch: counts and shares. */
export const sample: Action<typeof office.sample> = async ({ batchId }, on) => {
  const caller = await on.caller()
  const batch = await findById(on.db, batches, batchId)
  const theirs = batch !== undefined && seesSample(on, caller.staff!, batch)
  await recordLook(on, caller, { action: 'office.sample', granted: theirs, about: { kind: 'batch', id: batchId } })
  if (!theirs) throw noBatch()
  return presentSample(on, batch)
}

/** 抽样: once for a batch. One that was cut off goes on as it was begun. */
export const drawSample: Action<typeof office.drawSample> = async ({ batchId, question, ask }, on) => {
  const drawn = await act<Batch, Sample>(on, {
    action: 'office.drawSample',
    find: () => findById(on.db, batches, batchId),
    look: () => ({ about: { kind: 'batch', id: batchId } }),
    may: (batch, one) => seesSample(on, one, batch),
    become: async (batch, one) => (await goingOn(on, batch)) ?? draw(on, batch, one, question, ask),
    change: async (batch, drawing) => {
      const kept = await keepSample(on.db, drawing)
      return (await writeCalls(on.db, kept, await callsOf(on, kept))) && batch
    },
    gone: noBatch,
    late: () => refusals.badInput('刚刚有人在抽这一批。请刷新，看抽到的结果。'),
  })
  return presentSample(on, drawn)
}

async function goingOn(on: On, { _id }: Batch): Promise<Sample | undefined> {
  const begun = await findSample(on.db, _id)
  if (begun?.ready) throw refusals.badInput('这一批已经抽过了，抽一次就定下来，不能重抽。请刷新看抽到的结果。')
  return begun
}

async function draw(on: On, batch: Batch, one: Staff, question: Sample['question'], shown: number): Promise<Sample> {
  const { db, keys, moment } = on
  const population = await count(db, batchLines, { batchId: batch._id, state: 'credited' })
  const why = whyNotDrawn(batch.state, population)
  if (why !== undefined) throw refusals.badInput(why)
  const { ask, withReserve } = sizeOfSample(question, population)
  if (ask !== shown) throw refusals.badInput(`刚才看到的是抽 ${shown} 笔，现在到账的变了，要抽 ${ask} 笔。请刷新看过再抽。`)
  const seed = seedOf(keys, batch)
  const lineIds = await drawFrom(db, batch._id, seed, withReserve)
  return {
    ...{ _id: batch._id, question, population, ask, lineIds, seed, next: ask, ready: false },
    drawnBy: { staffId: one._id, name: one.name, agency: one.agency },
    drawnOn: moment.today,
  }
}

async function callsOf({ db }: On, { _id: batchId, lineIds, ask }: Sample): Promise<Callback[]> {
  const lines = new Map((await findIn(db, batchLines, '_id', lineIds)).map((line) => [line._id, line]))
  return lineIds.flatMap((lineId, n): Callback[] => {
    const line = lines.get(lineId)
    if (!line) return []
    const { paymentId, claim, programme, period, month, amountFen, personId, householdId, townCode, villageCode } = line
    return [
      {
        ...{ _id: callbackId(batchId, n), batchId, n, lineId, paymentId, claim, programme, period, month, amountFen },
        ...{ personId, householdId, townCode, villageCode, state: n < ask ? 'waiting' : 'reserve', answer: null, tries: [], turn: 0 },
      },
    ]
  })
}

import { join } from 'node:path'
import type { County } from '#domain/county/county'
import type { Chunk, KindOfJob } from '#kernel/jobs/kind'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import { answersJobBy } from '#affairs/batches/answers/job'
import { firstPage } from '#affairs/batches/draft/draft-row'
import { draftJobBy } from '#affairs/batches/draft/job'
import { planRows } from '#affairs/batches/draft/plan-rows'
import { fileJobBy } from '#affairs/batches/file/job'
import { freezeJobBy, planOfBatch, thawJobBy } from '#affairs/batches/frozen/freeze-job'
import { handOverJobBy } from '#affairs/batches/frozen/hand-over-job'
import { tendBatches } from '#affairs/batches/tend'
import { onePerson } from '#affairs/persons/one-person'
import type { Db } from '#store/db/collection'
import { findEach } from '#store/db/read'
import { remove, update } from '#store/db/write'
import { changeBatch, findBatch, findLine } from '#store/money/batch-acts'
import { batches, batchEvents, batchLines, type Batch } from '#store/money/batches'
import { payments, receipts } from '#store/money/money'
import { jobs } from '#store/work/jobs'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { failingAfter } from '../harness/cut-off'
import { killedAfter } from '../harness/killed-after'
import { startCloud, type Cloud } from '../harness/cloud'
import { planOf, theDesk, type Desk } from './desk'

/** Killed before any of its writes and done again, every job beside a batch comes to what it comes to undisturbed. */
let cloud: Cloud
let desk: Desk
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
  cloud = await startCloud()
  await cloud.importFile(join(__dirname, '../fixtures/faults/06a_发放计划_2026年10月.xlsx'))
  desk = await theDesk(cloud)
}, 120_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

/** Cut off before a write outside of any transaction, or within one. */
const cutAfter = (writes: number): Db => {
  const outside = failingAfter(cloud.db, writes)
  const within = killedAfter(cloud.db, writes)
  return {
    collection: (name) => outside.collection(name),
    createCollection: (name) => cloud.db.createCollection(name),
    runTransaction: (work, times) => within.runTransaction(work, times),
  }
}

/** Each chunk is killed before its first write, its second, and so on, and begun again, until it comes through. Gives how often. */
async function killedEverywhere(kind: unknown, input: object, county: County = cloud.county): Promise<number> {
  const job = kind as KindOfJob<object, object, unknown>
  let cuts = 0
  for (let cursor: object | null = null; ;) {
    for (let writes = 0; ; writes++) {
      const on = { ...environment(), county, db: cutAfter(writes), moment: now() }
      const chunk: Chunk<object, unknown> | void = await job.chunk(on, { id: 'cut-off', input, cursor }).catch((error: unknown) => {
        expect((error as Error).message).toMatch(/^(cut off|killed)$/)
      })
      if (!chunk) {
        cuts++
        continue
      }
      if ('result' in chunk) return cuts
      cursor = chunk.next
      break
    }
  }
}

const linesOf = async (batchId: string) => (await findEach(cloud.db, batchLines, { batchId })).sort((a, b) => a.n - b.n)
/** Without what sealing draws anew. */
const plain = (lines: Awaited<ReturnType<typeof linesOf>>) => lines.map(({ cardSealed: _, turn: __, ...line }) => line)

test('drafting, numbering, thawing, handing over, answering and the file', async () => {
  const undisturbed = await desk.draft({ importId: await planOf(cloud) })
  const { id, totals } = undisturbed.row
  const expected = plain(await linesOf(id))
  await remove(cloud.db, batchLines, { batchId: id })
  expect(await killedEverywhere(draftJobBy(3), { batchId: id, round: 1 })).toBeGreaterThan(6)
  expect(plain(await linesOf(id))).toEqual(expected)
  expect((await findBatch(cloud.db, id))!.totals).toEqual(totals)

  await desk.decideAll(id)
  await update(cloud.db, batches, { _id: id }, { $set: { state: 'frozen' } })
  // As drafted from what is due: the plan rows are the batch's own to write.
  const rows = await findEach(cloud.db, payments, {})
  await update(cloud.db, batchLines, { batchId: id }, { $set: { paymentId: null } })
  await remove(cloud.db, payments, {})
  expect(await killedEverywhere(freezeJobBy(3), { batchId: id })).toBeGreaterThan(6)
  const frozen = await linesOf(id)
  expect(frozen.map(({ serial }) => serial)).toEqual(frozen.map((_, i) => i + 1))
  const written = await findEach(cloud.db, payments, { importId: planOfBatch(id) })
  expect(written.map(({ _id }) => _id).sort()).toEqual(frozen.map(({ paymentId }) => paymentId!).sort())
  expect(written.reduce((sum, { dueFen }) => sum + dueFen, 0)).toBe(rows.reduce((sum, { dueFen }) => sum + dueFen, 0))

  expect(await killedEverywhere(fileJobBy(3), { batchId: id, day: '2026-10-12' })).toBeGreaterThan(2)
  expect((await findBatch(cloud.db, id))!.file).toMatchObject(totals)

  await update(cloud.db, batches, { _id: id }, { $set: { state: 'draft' } })
  expect(await killedEverywhere(thawJobBy(3), { batchId: id })).toBeGreaterThan(6)
  expect(await findEach(cloud.db, payments, {})).toEqual([])
  expect((await linesOf(id)).every(({ serial, paymentId }) => serial === null && paymentId === null)).toBe(true)

  await update(cloud.db, batches, { _id: id }, { $set: { state: 'frozen' } })
  await killedEverywhere(freezeJobBy(3), { batchId: id })
  await update(cloud.db, batches, { _id: id }, { $set: { state: 'sent', handedOn: '2026-10-12' } })
  expect(await killedEverywhere(handOverJobBy(3), { batchId: id })).toBeGreaterThan(2)
  expect((await findEach(cloud.db, payments, {})).every(({ handedOn }) => handedOn === '2026-10-12')).toBe(true)

  for (const { paymentId, amountFen, cardIndex, n } of await linesOf(id))
    await cloud.db.collection(receipts.name).add({
      ...{ _id: `receipt-${n}`, digest: 'd', paymentId, householdId: null, month: '2026-10', cardIndex, amountFen, code: '0000' },
      ...{ state: 'credited', text: '交易成功', postedOn: '2026-10-15', importId: 'r', importedAt: '2026-10-16T00:00:00.000Z' },
    })
  expect(await killedEverywhere(answersJobBy(3), { batchId: id, seen: '' })).toBeGreaterThan(6)
  const credited = await linesOf(id)
  expect(credited.every(({ state, amountFen, creditedFen }) => state === 'credited' && amountFen === creditedFen)).toBe(true)
  const events = await findEach(cloud.db, batchEvents, { batchId: id, act: 'credit' })
  expect(events).toHaveLength(credited.length)
  expect((await findEach(cloud.db, batchEvents, { batchId: id, act: 'answer' })).length).toBe(1)
})

test('a page of a plan is one request, and a day on which nothing came looks at no batch anew', async () => {
  const [batch] = (await findEach(cloud.db, batches, {})) as [Batch]
  const drafting = { on: { ...environment(), moment: now() }, batch, one: await onePerson(cloud.db), size: 2 }
  const first = await planRows(drafting, firstPage)
  expect((await cloud.rounds.of(() => planRows(drafting, firstPage))).requests).toBe(2)
  expect((await cloud.rounds.of(() => planRows(drafting, first.next!))).requests).toBe(1)
  await desk.answered(batch._id)
  onlyTheClockIsFake('2026-10-13T02:00:00Z')
  expect((await cloud.rounds.of(() => tendBatches({ db: cloud.db, moment: now() }))).requests).toBe(4)
  expect((await findEach(cloud.db, jobs, { kind: 'batch-answers' })).map(({ state }) => state)).toEqual(['done'])
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
})

test('an act is its state, its event and the work that follows, or nothing', async () => {
  const [batch] = (await findEach(cloud.db, batches, {})) as [Batch]
  const event = { at: now().iso, act: 'close' as const, by: { as: 'itself' as const }, amountFen: null, wordsSealed: null }
  for (const writes of [0, 1]) {
    await expect(changeBatch(killedAfter(cloud.db, writes), batch, { state: 'closed', open: false }, event)).rejects.toThrow('killed')
    expect(await findBatch(cloud.db, batch._id)).toEqual(batch)
    expect(await findEach(cloud.db, batchEvents, { batchId: batch._id, act: 'close' })).toEqual([])
  }
  await changeBatch(cloud.db, batch, { state: 'closed', open: false }, event)
  expect(await changeBatch(cloud.db, batch, { state: 'closed', open: false }, event)).toBeUndefined()
  expect(await findLine(cloud.db, 'nobody')).toBeUndefined()
})

import type { BatchSample } from '#contract/office/callbacks'
import { findEach } from '#store/db/read'
import { remove, update } from '#store/db/write'
import { callbacks, findSample, samples } from '#store/money/callbacks'
import { audit } from '#store/record/audit'
import { drawFrom, seedOf } from '../../cloudfunctions/functions/office/callbacks/order'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { asStaff, aStaff } from '../harness/people'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { aBatch, addLines } from './planted'

let cloud: Cloud
const officers: Record<string, As> = {}
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  for (const agencyId of ['civil-affairs', 'finance', 'discipline', 'education', 'town-330328102'])
    officers[agencyId] = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId, name: '郑会计' }))
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const three = { kind: 'detect', percent: 3 }
const sampleOf = (batchId: string, who = 'finance') => cloud.call<BatchSample>('office', 'sample', { batchId }, officers[who])
const draw = (batchId: string, ask: number, question: object = three, who = 'finance') =>
  cloud.call<BatchSample>('office', 'drawSample', { batchId, question, ask }, officers[who])
const calls = (batchId: string) => findEach(cloud.db, callbacks, { batchId })

test('what could be drawn of 200, then 78 with a reserve of half as many, once for good', async () => {
  const batch = await aBatch(cloud)
  await addLines(cloud, batch, 210, (n) => (n > 200 ? { state: n > 205 ? 'refused' : 'planned' } : {}))
  const before = await sampleOf(batch._id)
  expect(before).toMatchObject({ credited: 200, unanswered: 5, can: { draw: true } })
  expect(before.choices.map(({ ask }) => ask)).toEqual([51, 78, 155, 66, 132, 169])
  const { drawn, can, choices } = await draw(batch._id, 78)
  expect(drawn).toMatchObject({
    population: 200,
    ask: 78,
    reserve: 39,
    on: '2026-10-20',
    by: '县财政局 郑会计',
    waiting: 78,
    answered: 0,
    short: 0,
  })
  expect(drawn!.confirmed).toBeUndefined()
  expect({ can, choices }).toEqual({ can: { draw: false }, choices: [] })
  const kept = await calls(batch._id)
  expect(kept.map(({ state }) => state)).toEqual([...Array<string>(78).fill('waiting'), ...Array<string>(39).fill('reserve')])
  expect(new Set(kept.map(({ lineId }) => lineId)).size).toBe(117)
  await expect(draw(batch._id, 51, { kind: 'detect', percent: 5 })).rejects.toThrow('不能重抽')
  expect((await calls(batch._id)).map(({ lineId }) => lineId)).toEqual(kept.map(({ lineId }) => lineId))
})

test('the order follows from the batch and the county’s key alone: whatever is asked, the same people stand first', async () => {
  const batch = await aBatch(cloud)
  await addLines(cloud, batch, 200)
  await draw(batch._id, 132, { kind: 'estimate', points: 5 })
  const { lineIds, seed } = (await findSample(cloud.db, batch._id))!
  expect(seed).toBe(seedOf(cloud.keys, batch))
  expect(await drawFrom(cloud.db, batch._id, seed, 51)).toEqual(lineIds.slice(0, 51))
  // Neither by number, nor by whoever asks, nor twice the same from batch to batch.
  const other = await aBatch(cloud)
  expect(seedOf(cloud.keys, other)).not.toBe(seed)
  expect(seedOf(cloud.keys, { ...batch, fileDigest: 'e'.repeat(64) })).not.toBe(seed)
  // Evenly: of many batches' first ten each tenth of the lines has its share. 200 × 10 draws, 200 to a tenth; 5σ are 67.
  const tenths = Array<number>(10).fill(0)
  for (let i = 0; i < 200; i++)
    for (const id of await drawFrom(cloud.db, batch._id, seedOf(cloud.keys, { ...batch, _id: `b${i}` }), 10))
      tenths[Math.floor((Number(id.slice(batch._id.length + 1)) - 1) / 20)]! += 1
  for (const one of tenths) expect(Math.abs(one - 200)).toBeLessThan(67)
}, 120_000)

test('cut off after it was drawn, it goes on with those who were drawn, and touches nobody who has answered', async () => {
  const batch = await aBatch(cloud)
  await addLines(cloud, batch, 200)
  await draw(batch._id, 78)
  const before = await calls(batch._id)
  await update(cloud.db, samples, { _id: batch._id }, { $set: { ready: false } })
  await remove(cloud.db, callbacks, { _id: { $in: before.slice(50).map(({ _id }) => _id) } })
  await update(cloud.db, callbacks, { _id: before[0]!._id }, { $set: { state: 'answered', answer: 'received' } })
  expect((await sampleOf(batch._id)).choices.map(({ ask }) => ask)).toEqual([78])
  const { drawn } = await draw(batch._id, 78)
  expect(drawn).toMatchObject({ ask: 78, waiting: 77, answered: 1 })
  expect((await calls(batch._id)).map(({ lineId }) => lineId)).toEqual(before.map(({ lineId }) => lineId))
})

test('two who draw at once draw one sample', async () => {
  const batch = await aBatch(cloud)
  await addLines(cloud, batch, 200)
  await Promise.allSettled([draw(batch._id, 78), draw(batch._id, 51, { kind: 'detect', percent: 5 }, 'civil-affairs')])
  const { lineIds, ask } = (await findSample(cloud.db, batch._id))!
  if (!(await sampleOf(batch._id)).drawn) await draw(batch._id, ask)
  const kept = await calls(batch._id)
  expect(kept.map(({ lineId }) => lineId)).toEqual(lineIds)
  expect(kept.filter(({ state }) => state === 'waiting')).toHaveLength(ask)
})

test('not before the bank has it and has said who has been paid; not with another number than was shown', async () => {
  const early = await aBatch(cloud, { state: 'frozen', handedOn: null, fileDigest: null })
  await addLines(cloud, early, 3, () => ({ state: 'planned' }))
  expect(await sampleOf(early._id)).toMatchObject({
    can: { draw: false },
    choices: [],
    why: expect.stringContaining('还没有交银行') as string,
  })
  await expect(draw(early._id, 3)).rejects.toThrow('还没有交银行')
  const silent = await aBatch(cloud, { state: 'sent' })
  await addLines(cloud, silent, 3, () => ({ state: 'planned' }))
  await expect(draw(silent._id, 3)).rejects.toThrow('导入了银行的回执')
  const batch = await aBatch(cloud)
  await addLines(cloud, batch, 3)
  await expect(draw(batch._id, 2)).rejects.toThrow('要抽 3 笔')
  expect((await draw(batch._id, 3)).drawn).toMatchObject({ ask: 3, reserve: 0 })
})

test('it is for whoever pays, finance and discipline; the others learn no more than of a batch that is not there; all on record', async () => {
  const batch = await aBatch(cloud)
  await addLines(cloud, batch, 3)
  for (const who of ['civil-affairs', 'finance', 'discipline']) expect((await sampleOf(batch._id, who)).credited).toBe(3)
  for (const who of ['education', 'town-330328102']) {
    await expect(sampleOf(batch._id, who)).rejects.toThrow('not-found: 没有这一批')
    await expect(draw(batch._id, 3, three, who)).rejects.toThrow('not-found: 没有这一批')
    await expect(sampleOf('none', who)).rejects.toThrow('not-found: 没有这一批')
  }
  const looks = await findEach(cloud.db, audit, { 'about.id': batch._id })
  expect(looks.filter(({ granted }) => granted)).toHaveLength(3)
  expect(looks.filter(({ granted }) => !granted)).toHaveLength(4)
})

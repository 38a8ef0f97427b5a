import { JobFault, type KindOfJob } from '#kernel/jobs/kind'
import { workOn } from '#kernel/jobs/work'
import { findEach } from '#store/db/read'
import { insertMany, remove, update } from '#store/db/write'
import { askAgain, askFor, askToCancel, findJob, jobs, takeJob } from '#store/work/jobs'
import { startCloud, type Cloud } from '../harness/cloud'
import { doubled, given, numberOf, summing } from './summing'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
  for (const { name } of [given, doubled]) await cloud.db.createCollection(name)
  await insertMany(
    cloud.db,
    given,
    Array.from({ length: 100 }, (_, i) => numberOf(i)),
  )
}, 60_000)
afterAll(() => cloud.close())
beforeEach(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await Promise.all([remove(cloud.db, jobs, {}), remove(cloud.db, doubled, {})])
})
afterEach(() => jest.restoreAllMocks())

const ask = (_id = 'sum') => askFor(cloud.db, { _id, kind: 'summing', input: { size: 10, of: 100 }, askedAt: new Date().toISOString() })
const inTime = (ms = 20_000) => ({ until: Date.now() + ms, leaseMs: 400 })
const again = { _id: 'sum', input: { size: 10, of: 100 }, askedAt: new Date().toISOString() }
const sum = 4950
const written = async () => (await findEach(cloud.db, doubled, {})).map(({ n }) => n)
const all = Array.from({ length: 100 }, (_, i) => i * 2)

test('chunk after chunk, to its result', async () => {
  await ask()
  expect(await workOn([summing()], inTime())).toMatchObject({
    state: 'done',
    result: { sum },
    progress: { done: 100, of: 100 },
    turn: 11,
    lease: null,
  })
  expect(await written()).toEqual(all)
})

test('asked for twice, it is one job', async () => {
  await ask()
  await workOn([summing()], inTime())
  expect(await ask()).toMatchObject({ state: 'done', result: { sum } })
})

test('a worker whose time is over leaves it to the next, at once', async () => {
  await ask()
  const slow = summing({ between: () => new Promise((resolve) => setTimeout(resolve, 5)) })
  const left = await workOn([slow], inTime(100))
  expect(left).toMatchObject({ state: 'waiting', lease: null })
  expect(left!.turn).toBeGreaterThan(0)
  expect(await workOn([summing()], inTime())).toMatchObject({ state: 'done', result: { sum } })
  expect(await written()).toEqual(all)
})

test('two workers at once: one has it, the other finds nothing to do', async () => {
  await ask()
  const chunks = [0, 0]
  const counting = (i: number) => summing({ before: async () => void chunks[i]!++ })
  await Promise.all([workOn([counting(0)], inTime()), workOn([counting(1)], inTime())])
  expect(await findJob(cloud.db, 'sum')).toMatchObject({ state: 'done', result: { sum } })
  expect(Math.min(...chunks)).toBe(0)
})

test('a worker that was thought dead cannot save over the one that came after it', async () => {
  await ask()
  let wake = () => {}
  const asleep = new Promise<void>((resolve) => (wake = resolve))
  // It stops in the middle of its third chunk, and does not even say that it is still there.
  const { setInterval } = global
  jest.spyOn(global, 'setInterval').mockImplementation(((say: () => void, ms: number) => (ms < 1 ? 0 : setInterval(say, ms))) as never)
  const slow = summing({ between: async (_, cursor) => void (cursor?.done === 20 && (await asleep)) })
  const sleeper = workOn([{ ...slow, kind: 'summing' }], { until: Date.now() + 20_000, leaseMs: 1 })
  let after: Awaited<ReturnType<typeof findJob>>
  try {
    await until(async () => ((await findJob(cloud.db, 'sum'))?.turn ?? 0) >= 2)
    await until(async () => (await workOn([summing()], inTime()))?.state === 'done')
    after = await findJob(cloud.db, 'sum')
  } finally {
    wake()
    await sleeper
  }
  expect(await findJob(cloud.db, 'sum')).toEqual(after)
  expect([after?.result, await written()]).toEqual([{ sum }, all])
})

test('cancelled between two chunks, it leaves nothing; asked for again, it begins anew', async () => {
  await ask()
  const cancelling = summing({ before: async (db, cursor) => void (cursor?.done === 20 && (await askToCancel(db, 'sum', 'now'))) })
  expect(await workOn([cancelling], inTime())).toMatchObject({ state: 'cancelled' })
  expect(await written()).toEqual([])
  expect(await askAgain(cloud.db, again)).toMatchObject({ state: 'waiting', cursor: null })
  expect(await workOn([summing()], inTime())).toMatchObject({ state: 'done', result: { sum } })
})

test('where it can no longer be cancelled it goes on to its end', async () => {
  await ask()
  const late = summing({ before: async (db, cursor) => void (cursor?.done === 60 && (await askToCancel(db, 'sum', 'now'))) })
  expect(await workOn([late], inTime())).toMatchObject({ state: 'done', result: { sum } })
  expect(await askToCancel(cloud.db, 'sum', 'now')).toBeUndefined()
  expect(await askAgain(cloud.db, again)).toMatchObject({ state: 'waiting', result: null })
})

test('what cannot be done says why, and leaves nothing', async () => {
  await ask()
  const faulty = summing({
    before: (_, cursor) => (cursor?.done === 20 ? Promise.reject(new JobFault('这份文件不对。')) : Promise.resolve()),
  })
  expect(await workOn([faulty], inTime())).toMatchObject({ state: 'failed', fault: '这份文件不对。', lease: null })
  expect(await written()).toEqual([])
})

test('a chunk that fails is tried again later, and the chunks before it are not', async () => {
  await ask()
  const seen: number[] = []
  let failing = true
  const once = summing({
    before: (_, cursor) => {
      seen.push(cursor?.done ?? 0)
      return failing && cursor?.done === 20 ? Promise.reject(new Error('no room')) : Promise.resolve()
    },
  })
  expect(await workOn([once], inTime())).toMatchObject({ state: 'waiting', failures: 1 })
  expect(await workOn([once], inTime())).toBeUndefined()
  failing = false
  await until(async () => (await workOn([once], inTime()))?.state === 'done')
  expect(seen).toEqual([0, 10, 20, 20, 30, 40, 50, 60, 70, 80, 90, 100])
  expect(await written()).toEqual(all)
})

test('what fails every time is said to have failed, in words', async () => {
  await ask()
  const never: KindOfJob = { ...summing(), chunk: () => Promise.reject(new Error('wrong')) }
  for (let tries = 0; tries < 5; tries++) {
    await update(cloud.db, jobs, { _id: 'sum' }, { $set: { lease: null } })
    await workOn([never], inTime())
  }
  expect(await findJob(cloud.db, 'sum')).toMatchObject({ state: 'failed', fault: expect.stringContaining('请过一会儿再试') as string })
})

test('what kills whoever takes it in hand ends too, and does not keep others waiting for ever', async () => {
  await ask()
  const dead = { holder: 'dead', until: '2026-01-01T00:00:00.000Z' }
  for (let tries = 0; tries < 10; tries++) expect(await takeJob(cloud.db, ['summing'], dead, '2026-10-20T00:00:00.000Z')).toBeDefined()
  const chunk = jest.fn()
  expect(await workOn([{ ...summing(), chunk }], inTime())).toMatchObject({ state: 'failed', lease: null, takes: 0 })
  expect(chunk).not.toHaveBeenCalled()
  expect(await askAgain(cloud.db, again)).toMatchObject({ state: 'waiting', takes: 0 })
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 400) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

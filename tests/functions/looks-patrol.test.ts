import type { Looks } from '#contract/household/farmer'
import { auditLeaves, latestCheckpoint } from '#store/record/checkpoints'
import { audit } from '#store/record/audit'
import { find } from '#store/db/read'
import { remove } from '#store/db/write'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, asFarmer, asWorker } from '../harness/people'

/** The clock only goes forward in this file, as the record does. */
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
afterEach(() => jest.useRealTimers())

const at = (time: string) => onlyTheClockIsFake(`2026-10-20T${time}Z`)
const looksOf = (as: As) => cloud.call<Looks>('household', 'looks', {}, as)
const patrol = () => cloud.operate('chain', {}, 'patrol')
const numbered = ({ marks }: Looks): [number, string][] => marks.map(({ n, mark }) => [n, mark])

async function aLookedAt() {
  const home = await aHousehold(cloud)
  const worker = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
  const scan = (as: As = worker) => cloud.call('household', 'lookup', { token: home.token, purpose: 'visit', consent: 'family' }, as)
  return { home, scan, farmer: await asFarmer(cloud, home) }
}

test('before the first patrol there are looks, no numbers and no proof', async () => {
  at('02:00:00')
  const { scan, farmer } = await aLookedAt()
  await scan()
  const answer = await looksOf(farmer)
  expect(answer).toMatchObject({ chained: 0, looks: [{ granted: true }] })
  expect(answer).not.toHaveProperty('proof')
  expect(numbered(answer)).toEqual([])
})

test('numbers run from 1 to `chained` without a gap, marks are the leaves’ hashes, the proof is the checkpoint', async () => {
  at('03:00:00')
  const [{ home, scan, farmer }, neighbours] = [await aLookedAt(), await aLookedAt()]
  for (const second of [1, 2, 3, 4, 5]) {
    at(`03:00:0${second}`)
    await Promise.all([second % 2 === 0 ? cloud.call('household', 'mine', {}, farmer) : scan(), neighbours.scan()])
  }
  at('03:02:00')
  await patrol()
  const answer = await looksOf(farmer)
  expect(answer.chained).toBe(5)
  expect(numbered(answer).map(([n]) => n)).toEqual([5, 4, 3, 2, 1])
  const leaves = await find(cloud.db, auditLeaves, { householdId: home._id }, { order: [['n', 'desc']] })
  expect(numbered(answer)).toEqual(leaves.map(({ n, hash }) => [n, hash]))
  expect(answer.looks.map(({ id }) => id)).toEqual(leaves.map(({ entryId }) => entryId))
  const { size, root, at: when } = (await latestCheckpoint(cloud.db))!
  expect(answer.proof).toEqual({ size, root, at: when })
})

test('what came after the patrol has no number yet, and gets the next one at the next patrol; marks stay', async () => {
  at('04:00:00')
  const { scan, farmer } = await aLookedAt()
  await scan()
  at('04:02:00')
  await patrol()
  await scan()
  const before = await looksOf(farmer)
  expect([before.chained, before.looks.map(({ n }) => n)]).toEqual([1, [undefined, 1]])
  at('04:04:00')
  await patrol()
  const after = await looksOf(farmer)
  expect([after.chained, after.looks.map(({ n }) => n)]).toEqual([2, [2, 1]])
  expect(after.marks[1]).toEqual(before.marks[0])
})

test('a look cannot be buried by scanning the card again and again; one that is taken out of the record is missing among the marks', async () => {
  at('05:00:00')
  const { home, scan, farmer } = await aLookedAt()
  await scan()
  for (let i = 0; i < 60; i++) {
    at(`05:00:${String(1 + Math.floor(i / 2)).padStart(2, '0')}.${i % 2}`)
    await scan('stranger')
    if (i < 3) await cloud.call('household', 'mine', {}, farmer)
  }
  at('05:02:00')
  await patrol()
  const answer = await looksOf(farmer)
  expect(answer.chained).toBe(4)
  expect(numbered(answer).map(([n]) => n)).toEqual([4, 3, 2, 1])
  expect(answer.looks.filter(({ group }) => group === 'others')).toMatchObject([{ n: 1, unit: '南田镇人民政府' }])
  expect(answer.looks.filter(({ granted }) => !granted)).toMatchObject([{ group: 'strangers', times: 60 }])

  await remove(cloud.db, audit, { householdId: home._id, 'actor.role': 'grid-worker' })
  const after = await looksOf(farmer)
  expect([after.chained, numbered(after).some(([n]) => n === 1)]).toEqual([4, false])
})

import type { Day } from '#domain/time/dates'
import type { Work } from '#contract/household/actions'
import { insert } from '#store/db/write'
import { insertBinding } from '#store/access/bindings'
import { pairings } from '#store/people/helpers'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, aPayment, asFarmer, asWorker } from '../harness/people'

let cloud: Cloud
let village: string
let other: string
beforeAll(async () => {
  cloud = await startCloud()
  ;[village, other] = cloud.county.towns[0]!.villages.map(({ code }) => code) as [string, string]
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const nameOf = (code: string) => cloud.county.towns[0]!.villages.find((one) => one.code === code)!.name
const paired = (householdId: string, workerId: string, lastVisit: Day | null) =>
  insert(cloud.db, pairings, {
    _id: `${workerId} ${householdId}`,
    digest: 'd',
    personId: 'p',
    householdId,
    workerId,
    name: '林建国',
    unit: '县农业农村局',
    post: null,
    phoneSealed: null,
    measures: [],
    lastVisit,
    importId: 'test',
    importedAt: '2026-10-12T00:00:00.000Z',
  })

test('a grid worker: the villages with how many households, and where the bank refused something', async () => {
  const [fine, short, again] = await Promise.all([
    aHousehold(cloud, { villageCode: village }),
    aHousehold(cloud, { villageCode: village }),
    aHousehold(cloud, { villageCode: village }),
  ])
  await aHousehold(cloud, { villageCode: village, onRegister: false })
  await aHousehold(cloud, { villageCode: other })
  await aPayment(cloud, fine._id, { month: '2026-10', dueFen: 100, bank: 'credited' })
  await aPayment(cloud, short._id, { month: '2026-10', dueFen: 100, bank: 'E101' })
  await aPayment(cloud, again._id, { month: '2026-09', dueFen: 100, bank: 'E101', period: '九月' })
  await aPayment(cloud, again._id, { month: '2026-10', dueFen: 100, bank: 'credited', period: '九月' })
  const binding = { accountId: 'a', personId: null, digits: 'x', matches: false, step: null, usedAt: null }
  await insertBinding(cloud.db, { ...binding, _id: 'b1', householdId: fine._id, until: '2026-10-20T02:05:00.000Z' })
  await insertBinding(cloud.db, { ...binding, _id: 'b2', householdId: fine._id, until: '2026-10-20T01:59:00.000Z' })
  const worker = await asWorker(cloud, 'grid-worker', { areas: [village] })
  const work = await cloud.call<Work>('household', 'work', {}, worker)
  expect(work).toEqual({
    role: 'grid-worker',
    villages: [{ name: nameOf(village), households: 3, short: 1 }],
    households: [],
    waits: { phones: 1, visits: 0 },
  })
})

test('a cadre: the paired households by surname, those not visited in this quarter first', async () => {
  const [been, long, never] = await Promise.all([
    aHousehold(cloud, { villageCode: village, helpers: ['cadre-1'], headName: '王小二' }),
    aHousehold(cloud, { villageCode: other, helpers: ['cadre-1'], headName: '李大娘' }),
    aHousehold(cloud, { villageCode: other, helpers: ['cadre-1'], headName: '赵四' }),
  ])
  await paired(been._id, 'cadre-1', '2026-10-02')
  await paired(long._id, 'cadre-1', '2026-09-30')
  await paired(never._id, 'cadre-1', '2027-01-01')
  const work = await cloud.call<Work>('household', 'work', {}, await asWorker(cloud, 'cadre', { workerId: 'cadre-1' }))
  expect(work.waits).toEqual({ phones: 0, visits: 2 })
  expect(work.households.map(({ head, due, lastVisit }) => [head, due, lastVisit])).toEqual(
    expect.arrayContaining([
      ['李**', true, '2026-09-30'],
      ['赵*', true, undefined],
      ['王**', false, '2026-10-02'],
    ]),
  )
  expect(work.households.map(({ due }) => due)).toEqual([true, true, false])
  expect(JSON.stringify(work)).not.toMatch(/王小二|李大娘|赵四/)
})

test('a doctor is told nothing about money', async () => {
  await aHousehold(cloud, { villageCode: village, helpers: ['doctor-1'] })
  const work = await cloud.call<Work>('household', 'work', {}, await asWorker(cloud, 'doctor', { workerId: 'doctor-1' }))
  expect(work.villages).toEqual([{ name: nameOf(village), households: 1 }])
})

test('a worker without a post in anybody’s list has nothing, and no farmer has work', async () => {
  expect(await cloud.call<Work>('household', 'work', {}, await asWorker(cloud, 'cadre', { workerId: null }))).toMatchObject({
    villages: [],
    households: [],
  })
  await expect(cloud.call('household', 'work', {}, await asFarmer(cloud, await aHousehold(cloud)))).rejects.toThrow('sign-in')
})

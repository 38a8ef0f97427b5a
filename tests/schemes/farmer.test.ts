import type { HouseholdFile } from '#contract/household/actions'
import { update } from '#store/db/write'
import { households } from '#store/people/register'
import { asFarmer } from '../harness/people'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { on, theDesk, type Desk } from './desk'

/** What a household reads of its schemes on its own phone. */
let cloud: Cloud
let desk: Desk
beforeAll(async () => {
  on('2026-09-10')
  cloud = await startCloud()
  desk = await theDesk(cloud)
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => on('2026-09-10'))
afterEach(() => jest.useRealTimers())

const read = async (who: As) => (await cloud.call<HouseholdFile>('household', 'mine', {}, who)).schemes!

test('what it put in, what is due until when, what it was told, and until when its principal is back', async () => {
  const id = await desk.scheme('飞地产业园')
  const one = await desk.member(id)
  const phone = await asFarmer(cloud, one)
  await desk.listed('飞地产业园', one._id, 2025, 64_000)
  expect(await read(phone)).toEqual([
    {
      ...{ scheme: '飞地产业园', state: 'member', standingFen: 800_000 },
      years: [
        { year: 2026, dueFen: 80_000, paidFen: 0, outstandingFen: 80_000, dueOn: '2027-03-31', isOver: false },
        { year: 2025, dueFen: 80_000, paidFen: 64_000, outstandingFen: 16_000, dueOn: '2026-03-31', isOver: true },
        { year: 2024, dueFen: 46_667, paidFen: 0, outstandingFen: 46_667, dueOn: '2025-03-31', isOver: true },
      ],
    },
  ])
  await update(cloud.db, households, { _id: one._id }, { $set: { onRegister: false, 'members.0.left': { on: '2026-09-01', died: false } } })
  await desk.tell(one.id, '2026-09-08')
  await desk.asks(one.id, { reasonId: 'off-register' })
  expect(await read(phone)).toMatchObject([{ state: 'leaving', told: { on: '2026-09-08', words: '上门说了股金的事' } }])
  on('2026-09-18')
  await desk.decide(one.id)
  await desk.back(one.id, 300_000, '2026-09-18')
  expect(await read(phone)).toMatchObject([
    { state: 'returning', standingFen: 500_000, returning: { workingDays: 15, dueOn: '2026-10-15', latest: '2026-11-02', late: false } },
  ])
  on('2026-10-16')
  expect(await read(phone)).toMatchObject([{ returning: { late: true } }])
  await desk.back(one.id, 500_000, '2026-10-16')
  expect(await read(phone)).toMatchObject([{ state: 'left', standingFen: 0, leftOn: '2026-10-16' }])
})

test('where the next year’s holidays are not known no day is told', async () => {
  const id = await desk.scheme('黄年糕')
  const one = await desk.member(id)
  on('2026-12-28')
  await desk.asks(one.id)
  await desk.decide(one.id)
  expect((await read(await asFarmer(cloud, one)))[0]!.returning).toEqual({ workingDays: 15, latest: '2027-02-11', late: false })
})

import type { CaseFile } from '#contract/office/cases'
import { carryOutCase } from '#affairs/cases/effect'
import { eventOf, movedOn } from '#affairs/cases/perform'
import { tendCases } from '#affairs/cases/tend'
import { now } from '#kernel/call/clock'
import { findEach } from '#store/db/read'
import { remove, update } from '#store/db/write'
import { codes, events, households, persons } from '#store/people/register'
import { caseEvents, caseHolds, cases, changeCase, findCase } from '#store/work/cases'
import { killedAfter } from '../harness/killed-after'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold } from '../harness/people'
import { startCloud, type Cloud } from '../harness/cloud'
import { refusal, theDesk, town, village, type Desk } from './desk'

/** Killed between any two writes, nothing is half: the register has all of a decision or none, and the case goes on from where it was. */
let cloud: Cloud
let desk: Desk
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-25T02:00:00Z')
  cloud = await startCloud()
  desk = await theDesk(cloud)
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-25T02:00:00Z'))
afterEach(() => jest.useRealTimers())

async function proposed(): Promise<CaseFile> {
  await Promise.all([
    ...[remove(cloud.db, cases, {}), remove(cloud.db, caseEvents, {}), remove(cloud.db, caseHolds, {})],
    ...[remove(cloud.db, events, {}), remove(cloud.db, households, {}), remove(cloud.db, persons, {}), remove(cloud.db, codes, {})],
  ])
  const { row } = await desk.applies()
  await desk.looked(row.id)
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  await desk.post(row.id)
  onlyTheClockIsFake('2026-10-25T02:00:00Z')
  return desk.propose(row.id)
}

/** What stands: the case, how many events of the register, households, people, cards. */
async function stands(id: string) {
  const all = await Promise.all([
    findEach(cloud.db, events, { caseId: id }),
    findEach(cloud.db, households, { villageCode: village, onRegister: true }),
    findEach(cloud.db, persons, { onRegister: true }),
    findEach(cloud.db, codes, { status: 'active' }),
  ])
  return { state: (await findCase(cloud.db, id))!.state, counts: all.map(({ length }) => length) }
}

test('a decision that is cut off anywhere is whole or not there, and is finished by the clock, once', async () => {
  let cuts = 0
  for (let writes = 0, whole = false; !whole; writes++) {
    const { row } = await proposed()
    const about = (await findCase(cloud.db, row.id))!
    const decided = { decidedBy: 'head', approver: '县民政局的一把手', decidedOn: '2026-10-25' } as const
    const by = { as: 'itself' } as const
    const approved = (await changeCase(
      cloud.db,
      about,
      movedOn({ ...cloud, moment: now() }, about, 'approve', decided),
      eventOf({ ...cloud, moment: now() }, 'approve', by, null),
    ))!
    whole = await carryOutCase({ ...cloud, db: killedAfter(cloud.db, writes), moment: now() }, approved).then(
      () => true,
      () => false,
    )
    if (!whole) {
      cuts++
      const cut = await stands(row.id)
      expect([cut.state, cut.counts]).toEqual(['effect', cut.counts[0] === 0 ? [0, 0, 0, 0] : [2, 1, 2, 2]])
      await Promise.all([tendCases({ ...cloud, moment: now() }), tendCases({ ...cloud, moment: now() })])
    }
    expect([writes, await stands(row.id)]).toEqual([writes, { state: 'done', counts: [2, 1, 2, 2] }])
    expect((await findEach(cloud.db, caseEvents, { caseId: row.id })).filter(({ act }) => act === 'written')).toHaveLength(1)
    expect(await findEach(cloud.db, caseHolds, {})).toEqual([])
  }
  expect(cuts).toBeGreaterThan(5)
}, 240_000)

test('what the register cannot take goes back to whoever decides, with why, and nothing is changed; it can be withdrawn', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '赵阿公' })
  const child = { personId: 'child', name: '赵小明', relation: '儿子' }
  await update(cloud.db, households, { _id: home._id }, { $set: { members: [...home.members, child] } })
  const { row } = await desk.ask('openCase', {
    ...{
      kind: 'head',
      grantId: desk.grant._id,
      householdId: home._id,
      headId: 'child',
      source: 'officer',
      words: '老人年纪大了，换儿子当户主',
    },
  })
  await desk.propose(row.id)
  // Meanwhile the son has moved out.
  await update(cloud.db, households, { _id: home._id }, { $set: { members: home.members } })
  const said = await refusal(desk.decide(row.id, 'approve'))
  expect(said).not.toBe('done')
  const back = await desk.ask('case', { id: row.id })
  expect(back.row.state).toBe('decision')
  expect(back.history.slice(-2)).toMatchObject([{ act: 'approve' }, { act: 'unwritable', words: said.replace(/^[a-z-]+: /, '') }])
  expect(await findEach(cloud.db, events, { caseId: row.id })).toEqual([])
  const gone = await desk.ask('withdrawCase', { id: row.id, words: '人搬走了，不办了' })
  expect(gone.row).toMatchObject({ state: 'withdrawn', endedOn: '2026-10-25' })
  // Withdrawn, the same may be opened again.
  expect(await findEach(cloud.db, caseHolds, { caseId: row.id })).toEqual([])
})

import { schemeWatch } from '#affairs/alerts/scheme-watch'
import { decideRegister } from '#affairs/register/decide'
import { followHouseholds } from '#affairs/schemes/follow'
import type { RegisterDecision } from '#domain/register/events'
import { likeFields } from '#domain/people/alike/described'
import { now } from '#kernel/call/clock'
import { findEach } from '#store/db/read'
import { insert, update } from '#store/db/write'
import { likenesses } from '#store/people/likenesses'
import { households, persons } from '#store/people/register'
import { memberships } from '#store/work/schemes'
import { asFarmer, asStaff, aStaff } from '../harness/people'
import { startCloud, type Cloud } from '../harness/cloud'
import type { HouseholdFile } from '#contract/household/actions'
import { on, theDesk, type Desk } from './desk'

/** An agreement goes with the household: it becomes one with another, goes apart again, or had been written down twice. */
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

const ground = { on: '2026-09-01', reason: '婚嫁', evidence: '户口本', approver: '民政局' }
let cases = 0
const decide = (asked: object) =>
  decideRegister({ ...cloud, moment: now() }, { ...ground, caseId: `case-${++cases}`, ...asked } as unknown as RegisterDecision)
const linesOf = async (id: string) =>
  (
    await desk.ask<{ rows: { id: string; state: string; standingFen: number; year?: object }[] }>(
      'schemeMembers',
      { id, view: 'agreed' },
      desk.as.officer,
    )
  ).rows
const whereIs = async (id: string) => (await findEach(cloud.db, memberships, { _id: id }))[0]!.householdId
const acts = async (id: string) => (await desk.read(id)).history.map(({ act }) => act)

test('two households become one: its agreement comes along, no dividend is lost, both are paid by one row; apart again it goes along', async () => {
  const id = await desk.scheme('并户一号')
  const [one, other] = [await desk.member(id), await desk.member(id)]
  await desk.listed('并户一号', one._id, 2024, 46_667, 800_000, one.headId)
  await decide({ kind: 'joined', personIds: [one.headId], householdId: other._id })
  expect(await whereIs(one.id)).toBe(other._id)
  expect(await acts(one.id)).toEqual(['join', 'sign', 'approve', 'follow'])
  // One row for both agreements: each has what is due to it, and nothing is found missing, twice or too much.
  await desk.listed('并户一号', other._id, 2025, 160_000, 1_600_000, other.headId)
  const paid = async (member: string) => (await desk.read(member)).years.map(({ year, paidFen, surplusFen }) => [year, paidFen, surplusFen])
  expect([await paid(one.id), await paid(other.id)]).toEqual([
    [
      [2026, 0, 0],
      [2025, 80_000, 0],
      [2024, 46_667, 0],
    ],
    [
      [2026, 0, 0],
      [2025, 80_000, 0],
      [2024, 0, 0],
    ],
  ])
  expect((await linesOf(id)).map(({ standingFen }) => standingFen)).toEqual([800_000, 800_000])
  const { schemes } = await cloud.call<HouseholdFile>('household', 'mine', {}, await asFarmer(cloud, other))
  expect(schemes!.map(({ years }) => years.find(({ year }) => year === 2024)!.outstandingFen).sort()).toEqual([0, 46_667])
  await expect(desk.ask('joinScheme', { id, grantId: desk.grant._id, idNumber: other.idNumber, words: '再入一次股' })).rejects.toThrow(
    '已经在这个项目里',
  )
  await decide({ kind: 'split', householdId: other._id, personIds: [one.headId], headId: one.headId })
  const apart = (await findEach(cloud.db, persons, { _id: one.headId }))[0]!.householdId
  expect([await whereIs(one.id), await whereIs(other.id)]).toEqual([apart, other._id])
  expect(await acts(one.id)).toEqual(['join', 'sign', 'approve', 'follow', 'follow'])
  expect(await paid(one.id)).toEqual([
    [2026, 0, 0],
    [2025, 0, 0],
    [2024, 46_667, 0],
  ])
})

test('who splits off leaves the agreement with the household; a list that undoes a joining brings it back', async () => {
  const id = await desk.scheme('并户二号')
  const [one, other] = [await desk.member(id), await desk.home()]
  const wife = { personId: other.headId, name: '叶小花', relation: '妻' }
  await decide({ kind: 'joined', personIds: [other.headId], householdId: one._id })
  await decide({ kind: 'split', householdId: one._id, personIds: [wife.personId], headId: wife.personId })
  expect([await whereIs(one.id), await acts(one.id)]).toEqual([one._id, ['join', 'sign', 'approve']])
  const { members } = (await findEach(cloud.db, households, { _id: one._id }))[0]!
  const target = await desk.home()
  await decide({ kind: 'joined', personIds: [one.headId], householdId: target._id })
  expect(await whereIs(one.id)).toBe(target._id)
  await update(cloud.db, households, { _id: one._id }, { $set: { onRegister: true, members } })
  await update(cloud.db, persons, { _id: one.headId }, { $set: { householdId: one._id } })
  await followHouseholds({ ...cloud, moment: now() }, { schemeId: id })
  await followHouseholds({ ...cloud, moment: now() }, { schemeId: id })
  expect([await whereIs(one.id), (await acts(one.id)).slice(-2)]).toEqual([one._id, ['follow', 'follow']])
})

test('somebody written down twice: the agreement of the second entry comes to the first’s household, and goes back when they are taken apart', async () => {
  const id = await desk.scheme('并户三号')
  const [kept, other] = [await desk.home(), await desk.member(id)]
  await update(
    cloud.db,
    households,
    { _id: other._id },
    { $set: { onRegister: false, 'members.0.left': { on: '2026-09-01', died: false } } },
  )
  await update(cloud.db, persons, { _id: other.headId }, { $set: { onRegister: false } })
  const asked = await aStaff(cloud, 'data-officer', { agencyId: 'civil-affairs', name: '郑专员' })
  const second = await aStaff(cloud, 'head', { agencyId: 'civil-affairs', name: '叶局长' })
  const [first, agrees] = [await asStaff(cloud, asked), await asStaff(cloud, second)]
  await insert(cloud.db, likenesses, {
    ...{
      _id: '0'.repeat(24),
      personIds: [kept.headId, other.headId],
      state: 'proposed',
      open: true,
      levels: Object.fromEntries(likeFields.map((field) => [field, 'missing'])),
      weight: 9,
      fingerprint: 'f',
    },
    ...{ areas: ['330328'], raisedOn: '2026-09-01', askedBy: null, keptId: null, joined: null, turn: 1 },
  } as never)
  const says = (act: string, who: typeof first) =>
    cloud.call('office', 'decideLikeness', { id: '0'.repeat(24), act, words: '核对过户口本' }, who)
  await says('same', first)
  await says('agree', agrees)
  expect([await whereIs(other.id), (await linesOf(id)).length]).toEqual([kept._id, 1])
  expect((await desk.read(other.id)).row.off).toBeUndefined()
  await says('apart', first)
  await says('agree', agrees)
  expect(await whereIs(other.id)).toBe(other._id)
})

test('lists write a scheme’s name otherwise: width, blanks, brackets, its town before it are one scheme; another place before it is asked about', async () => {
  const name = '黄年糕（一期）'
  const id = await desk.scheme(name, { town: '330328102' })
  const homes = [await desk.home(), await desk.home(), await desk.home(), await desk.home()]
  const spelt = ['黄年糕１期', ' 黄年糕 一期', '南田镇黄年糕一期', '大峃镇黄年糕一期']
  for (const [i, scheme] of spelt.entries()) await desk.listed(scheme, homes[i]!._id, 2025, 64_000)
  const { rows } = await desk.ask<{ rows: { name: string; totals: { listed: number }; like?: string[] }[] }>('schemes', {}, desk.as.officer)
  expect(rows.filter((row) => row.name.includes('黄年糕')).map(({ name: called, totals, like }) => [called, totals.listed, like])).toEqual([
    ['大峃镇黄年糕一期', 1, [name]],
    [name, 3, undefined],
  ])
  await expect(desk.scheme('黄年糕 1期')).rejects.toThrow('已经登记过')
  await expect(desk.scheme('南田镇黄年糕一期')).rejects.toThrow('也算它')
  expect(id).toHaveLength(24)
})

test('whoever signed dies: the agreement stands and is paid, the town hears of it once, and somebody of age of the household signs instead', async () => {
  const id = await desk.scheme('改签一号')
  const [one, other] = [await desk.member(id), await desk.home()]
  expect((await desk.read(one.id)).signer).toEqual({ who: '钟**' })
  const signs = (signerId: string, day = '2026-09-09') =>
    desk.ask('resignMember', { id: one.id, on: day, signerId, words: '儿子改签，协议第 7-1 号' })
  await expect(signs(one.headId)).rejects.toThrow('还在这一户，不用改签')
  const son = { personId: other.headId, name: '钟小满', relation: '儿子' }
  const dead = { personId: one.headId, name: '钟建国', relation: '户主', left: { on: '2026-09-01', died: true } }
  await update(cloud.db, persons, { _id: son.personId }, { $set: { name: son.name } })
  await update(cloud.db, households, { _id: one._id }, { $set: { members: [dead, son] } })
  const found = async () => (await schemeWatch.look({ ...cloud, moment: now() } as never, id)).signer_gone!
  expect((await found()).map(({ agencyId, why }) => [agencyId, why])).toEqual([
    [
      'town-330328102',
      '一户在“改签一号”签协议的人2026年9月1日去世了。入股照旧，分红照发；家里有 1 个成年人可以改签，是谁写在这一户的页面上。',
    ],
  ])
  const read = await desk.read(one.id)
  expect(read).toMatchObject({ row: { state: 'member', standingFen: 800_000 }, signer: { gone: { died: true, on: '2026-09-01' } } })
  expect(read.signers).toEqual([{ id: son.personId, who: '钟**' }])
  await expect(signs(one.headId)).rejects.toThrow('本来就是这个人签的')
  await expect(signs('somebody')).rejects.toThrow('要是这一户的成年人')
  await expect(signs(son.personId, '2024-01-01')).rejects.toThrow('改签不会更早')
  expect((await signs(son.personId)).signer).toEqual({ who: '钟**' })
  expect([await found(), (await acts(one.id)).at(-1)]).toEqual([[], 'resign'])
})

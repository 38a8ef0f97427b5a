import type { LikenessFile, LikenessRow } from '#contract/office/likenesses'
import { planWatch } from '#affairs/alerts/plan-watch'
import { findAlike } from '#affairs/persons/find-alike'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import { find, findEach } from '#store/db/read'
import { audit } from '#store/record/audit'
import { payments } from '#store/money/money'
import { alerts } from '#store/work/alerts'
import { likenesses } from '#store/people/likenesses'
import { persons } from '#store/people/register'
import { update } from '#store/db/write'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { aHousehold, asStaff, aStaff } from '../harness/people'
import { again, compareEverybody, digestOfStore, grandma, grandpa, patrol, personOf, planFile, registerFile } from './county-of-doubles'

let cloud: Cloud
let officer: As
let colleague: As
let elsewhere: As
beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.empty()
  officer = await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId: 'civil-affairs', name: '郑专员' }))
  colleague = await asStaff(cloud, await aStaff(cloud, 'head', { agencyId: 'civil-affairs', name: '叶局长' }))
  elsewhere = await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId: 'town-330328102', name: '周专员' }))
})

const list = (view: 'waiting' | 'same' | 'different' = 'waiting', as = officer) =>
  cloud.call<{ rows: LikenessRow[]; total: number }>('office', 'likenesses', { view }, as)
const open = (id: string, as = officer) => cloud.call<LikenessFile>('office', 'likeness', { id }, as)
const decide = (id: string, act: string, as = officer, words = '核对过户口本') =>
  cloud.call<LikenessFile>('office', 'decideLikeness', { id, act, words }, as)
const homeOfPayments = async () => (await findEach(cloud.db, payments, {})).map(({ householdId }) => householdId)

/** 陈阿公 is on the register; a plan has him by a second number. */
async function aDouble(): Promise<string> {
  await cloud.importBytes('名册.xlsx', registerFile([[grandpa, grandma]]))
  await cloud.importBytes('计划.xlsx', planFile([again]))
  await compareEverybody(cloud)
  const { rows } = await list()
  expect(rows).toHaveLength(1)
  return rows[0]!.id
}

test('two entries that may be one person wait for somebody; nothing stops, and their money goes on', async () => {
  const result = await cloud.importBytes('名册.xlsx', registerFile([[grandpa, grandma]]))
  expect(result).toMatchObject({ accepted: 2, quarantined: 0 })
  expect(await cloud.importBytes('计划.xlsx', planFile([again, grandma]))).toMatchObject({ accepted: 2, quarantined: 0 })
  await compareEverybody(cloud)
  const { rows, total } = await list()
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({
    state: 'proposed',
    names: ['陈**', '陈**'],
    places: ['大峃镇苔湖村', '大峃镇苔湖村'],
    yours: false,
    why: expect.stringContaining('姓名、出生日期') as string,
  })
  expect(await findEach(cloud.db, payments, {})).toHaveLength(2)
  // Looked at again, it is the same one.
  await compareEverybody(cloud)
  expect((await list()).total).toBe(1)
})

test('the clock’s own patrol looks for them', async () => {
  await cloud.importBytes('名册.xlsx', registerFile([[grandpa, grandma]]))
  await cloud.importBytes('计划.xlsx', planFile([again]))
  await patrol(cloud)
  expect((await list()).total).toBe(1)
})

test('a town that serves one of two sees of the other what is alike, and not who it is', async () => {
  const id = await aDouble()
  const [, other] = await findEach(cloud.db, persons, { name: '陈阿公' })
  const there = cloud.county.towns.find(({ code }) => code === '330328102')!
  const home = { townCode: there.code, villageCode: there.villages[0]!.code }
  const moved = await aHousehold(cloud, home)
  await update(cloud.db, persons, { _id: other!._id }, { $set: { householdId: moved._id } })
  await update(cloud.db, likenesses, { _id: id }, { $addToSet: { areas: there.code } })
  const { sides } = await open(id, elsewhere)
  expect(sides.map(({ name, idNumber }) => [name, idNumber.replace(/\D/g, '').length]).sort()).toEqual([
    ['陈**', 0],
    ['陈阿公', 10],
  ])
})

test('only who serves the place sees it, and nobody a number or a phone', async () => {
  const id = await aDouble()
  expect((await list('waiting', elsewhere)).total).toBe(0)
  await expect(open(id, elsewhere)).rejects.toThrow('不归本单位办')
  const text = JSON.stringify([await list(), await open(id)])
  for (const { id: number } of [grandpa, again]) expect(text).not.toContain(number)
  expect(text).not.toContain('1946-06-15')
  const looks = await find(cloud.db, audit, { action: 'office.likeness', granted: true })
  expect(new Set(looks.map(({ personId }) => personId))).toEqual(
    new Set([(await personOf(cloud, grandpa))._id, (await personOf(cloud, again))._id]),
  )
})

test('brought together by two people: the money is in the household’s file, and both numbers lead there', async () => {
  const id = await aDouble()
  const householdId = (await personOf(cloud, grandpa)).householdId
  expect(await homeOfPayments()).toEqual([null])
  await decide(id, 'same')
  expect(await homeOfPayments()).toEqual([null])
  await expect(decide(id, 'agree')).rejects.toThrow('要两个人')
  expect(await decide(id, 'agree', colleague)).toMatchObject({ state: 'same', can: ['apart'] })
  expect(await homeOfPayments()).toEqual([householdId])
  expect(await personOf(cloud, again)).toMatchObject({ householdId, sameAs: (await personOf(cloud, grandpa))._id, onRegister: false })
  // What comes later by the second number comes to the same file.
  await cloud.importBytes('计划11.xlsx', planFile([again], 11))
  expect(await homeOfPayments()).toEqual([householdId, householdId])
  expect((await list('same')).total).toBe(1)
})

test('brought together and taken apart again, the whole store is as it was', async () => {
  const id = await aDouble()
  await cloud.importBytes('计划11.xlsx', planFile([again, grandpa], 11))
  await compareEverybody(cloud)
  const before = await digestOfStore(cloud)
  await decide(id, 'same')
  await decide(id, 'agree', colleague)
  expect(await digestOfStore(cloud)).not.toEqual(before)
  await decide(id, 'apart')
  expect(await decide(id, 'agree', colleague)).toMatchObject({ state: 'different' })
  expect(await digestOfStore(cloud)).toEqual(before)
})

test('three edits later: each goes to whom it belongs', async () => {
  const id = await aDouble()
  await decide(id, 'same')
  await decide(id, 'agree', colleague)
  await cloud.importBytes('计划11.xlsx', planFile([again], 11))
  await cloud.importBytes('计划12.xlsx', planFile([grandpa], 12))
  await cloud.importBytes('计划9.xlsx', planFile([again], 9))
  await decide(id, 'apart')
  await decide(id, 'agree', colleague)
  const householdId = (await personOf(cloud, grandpa)).householdId
  const found = (await findEach(cloud.db, payments, {})).map((one) => [one.month, one.householdId])
  expect(Object.fromEntries(found)).toEqual({ '2026-09': null, '2026-10': null, '2026-11': null, '2026-12': householdId })
})

test('“不是同一个人” is remembered with its facts, and comes back when they change', async () => {
  const id = await aDouble()
  await decide(id, 'different', officer, '两个人，都见过')
  await compareEverybody(cloud)
  await cloud.importBytes('计划11.xlsx', planFile([again, grandpa], 11))
  await compareEverybody(cloud)
  expect((await list()).total).toBe(0)
  expect((await list('different')).total).toBe(1)
  await update(cloud.db, persons, { _id: (await personOf(cloud, again))._id }, { $set: { name: '陈阿功' } })
  await compareEverybody(cloud)
  expect((await list()).rows).toMatchObject([{ id, state: 'proposed' }])
  expect((await open(id)).history.map(({ act }) => act)).toEqual(['提出来', '认作两个人', '情况变了，又像了'])
})

test('two who live in two households on the register: the register comes first, and says so', async () => {
  await cloud.importBytes('名册.xlsx', registerFile([[grandpa], [again]]))
  await compareEverybody(cloud)
  const { rows } = await list()
  expect((await open(rows[0]!.id)).objection).toContain('两户')
  await expect(decide(rows[0]!.id, 'same')).rejects.toThrow('两户')
  expect(await findEach(cloud.db, persons, { onRegister: true })).toHaveLength(2)
})

test('two who are written down twice in one household become one, and both cards go on', async () => {
  await cloud.importBytes('名册.xlsx', registerFile([[grandma, grandpa, again]]))
  await compareEverybody(cloud)
  const id = (await list()).rows[0]!.id
  const before = await digestOfStore(cloud)
  await decide(id, 'same')
  await decide(id, 'agree', colleague)
  const one = await personOf(cloud, again)
  const other = await personOf(cloud, grandpa)
  expect([one.sameAs ?? one._id, other.sameAs ?? other._id].every((kept) => kept === one._id || kept === other._id)).toBe(true)
  expect(await digestOfStore(cloud)).toMatchObject({ codes: before.codes, households: before.households, payments: before.payments })
  // The next register lists both once more: they stay one.
  await cloud.importBytes('名册11.xlsx', registerFile([[grandma, grandpa, again]], { on: '2026年11月' }))
  expect(await findEach(cloud.db, persons, { sameAs: { $gt: '' } })).toHaveLength(1)
})

test('when a file is taken back, who was named by it alone is like nobody', async () => {
  const id = await aDouble()
  await update(cloud.db, persons, { _id: (await personOf(cloud, again))._id }, { $set: { name: '林小妹' } })
  await findAlike({ ...cloud, moment: now() }, [(await personOf(cloud, again))._id])
  expect(await find(cloud.db, likenesses, { _id: id })).toMatchObject([{ state: 'gone', open: false }])
})

test('paid by both numbers they are paid twice, once two people have decided that they are one', async () => {
  await cloud.importBytes('名册.xlsx', registerFile([[grandpa, grandma]]))
  await cloud.importBytes('计划.xlsx', planFile([again, grandpa]))
  await patrol(cloud)
  expect(await findEach(cloud.db, alerts, { detector: 'duplicate_payment' })).toEqual([])
  const id = (await list()).rows[0]!.id
  await decide(id, 'same')
  await decide(id, 'agree', colleague)
  const found = await planWatch.look({ ...environment(), moment: now() }, '2026-10')
  expect(found.duplicate_payment).toHaveLength(1)
})

test('at the counter the other number finds the card, too', async () => {
  const id = await aDouble()
  const counter = await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId: 'data-office', name: '李专员' }))
  const cards = async () => (await cloud.call<{ cards: { name: string }[] }>('office', 'findCards', { idNumber: again.id }, counter)).cards
  expect(await cards()).toEqual([])
  await decide(id, 'same')
  await decide(id, 'agree', colleague)
  expect(await cards()).toMatchObject([{ name: '陈阿公' }])
})

test('of two who decide at once one does', async () => {
  const id = await aDouble()
  const both = await Promise.allSettled([decide(id, 'different'), decide(id, 'same', colleague)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

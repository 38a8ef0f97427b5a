import type { ApplicationStatus, ApplyForm } from '#contract/bulletin/apply'
import type { ToldCase } from '#contract/call/told-case'
import { findEach } from '#store/db/read'
import { update } from '#store/db/write'
import { households } from '#store/people/register'
import { caseHolds, cases } from '#store/work/cases'
import { applications } from '#store/public/applications'
import { remove } from '#store/db/write'
import { aHousehold, asFarmer, impossibleId } from '../harness/people'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { refusal, theDesk, town, village, type Desk } from './desk'

/** Somebody in need says so on a phone: with four things, signed in or not. */
let cloud: Cloud
let desk: Desk
const on = (day: string) => onlyTheClockIsFake(`${day}T02:00:00Z`)
beforeAll(async () => {
  on('2026-10-20')
  cloud = await startCloud()
  desk = await theDesk(cloud)
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => on('2026-10-20'))
afterEach(() => jest.useRealTimers())

const four = (over: object = {}) => ({
  ...{ name: '程阿婆', idNumber: impossibleId(), phone: '160 0000 0001', hardship: 'illness', words: '药费一个月八百', place: village },
  ...over,
})
const apply = (input: object) => cloud.call<{ receipt: string; dueOn: string }>('bulletin', 'apply', input)
const status = (receipt: string) => cloud.call<ApplicationStatus>('bulletin', 'application', { receipt })

test('four things and the village are a clue in the town’s list, and the receipt says how far it is to the end', async () => {
  const form = await cloud.call<ApplyForm>('bulletin', 'applyForm', { town })
  expect(form.hardships[0]).toEqual({ id: 'illness', name: '家里有人生病，花钱多' })
  expect(form.villages.map(({ id }) => id)).toContain(village)
  const { receipt, dueOn } = await apply(four())
  expect([receipt, dueOn]).toEqual([expect.stringMatching(/^[0-9A-Z]{12}$/), '2026-10-22'])
  const [row] = (await desk.list()).rows
  expect(row).toMatchObject({ kind: 'recognise', state: 'clue', source: 'farmer', who: '程**', place: '南田镇三垟坪村' })
  const file = await desk.ask('case', { id: row!.id })
  expect(file.applicant).toEqual({ words: '药费一个月八百', hardship: '家里有人生病，花钱多', phone: '16000000001' })
  expect((await status(receipt)).told).toMatchObject({ title: '申请帮扶', standing: 'going', now: '最迟10月22日有人受理' })
  await desk.looked(row!.id)
  await desk.post(row!.id)
  on('2026-10-25')
  await desk.propose(row!.id)
  await desk.decide(row!.id, 'approve')
  const { told } = await status(receipt)
  expect(told).toMatchObject({ standing: 'done', now: '批下来了，办好了。村里会把卡送到您手上' })
  expect(told.steps.map(({ what }) => what)).toEqual(['收到', '受理，安排上门', '上门核查', '开始在村里公示', '报批', '批准', '记进名册'])
  const [home] = await findEach(cloud.db, households, { villageCode: village, headName: '程阿婆' })
  expect(home).toMatchObject({ onRegister: true, category: 'minimum-living' })
})

test('sent twice is one application with one receipt, also where it was cut off before the receipt was written', async () => {
  const once = four({ name: '雷阿公', key: 'b'.repeat(32) })
  const [first, second] = [await apply(once), await apply(once)]
  expect(second).toEqual(first)
  const own = () => findEach(cloud.db, cases, { who: '雷**' })
  const [about] = await own()
  await remove(cloud.db, applications, { caseId: about!._id })
  expect(await apply(once)).toEqual(first)
  expect(await own()).toHaveLength(1)
  expect((await status(first.receipt)).told.now).toContain('有人受理')
})

test('what is wrong gets a sentence, and nothing is kept', async () => {
  const before = (await findEach(cloud.db, cases, {})).length
  const id = impossibleId()
  expect(await refusal(apply(four({ idNumber: `${id.slice(0, 16)}${(Number(id[16]) + 1) % 10}${id[17]}` })))).toContain(
    '身份证号不对，请照着身份证',
  )
  expect(await refusal(apply(four({ phone: '1234' })))).toContain('电话不对')
  expect(await refusal(apply(four({ hardship: 'x' })))).toContain('请选一样现在最难的')
  expect(await refusal(apply(four({ place: '330328102999' })))).toContain('请选住在哪个村')
  expect(await refusal(apply(four({ name: '' })))).toContain('身份证上的姓名')
  expect(await refusal(status('ABCDEFGHJKMN'))).toContain('没有找到这个回执号')
  expect(await findEach(cloud.db, cases, {})).toHaveLength(before)
})

test('who applies in somebody else’s name learns nothing: on the register or not, under way or not', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '钟建国' })
  const stranger = await apply(four({ name: '钟建国', idNumber: home.idNumber }))
  const nobody = await apply(four({ name: '钟建军' }))
  expect((await status(stranger.receipt)).told).toEqual((await status(nobody.receipt)).told)
  const [about] = await findEach(cloud.db, cases, { householdId: home._id })
  expect(about).toMatchObject({ kind: 'category', source: 'farmer' })
  const again = await apply(four({ name: '钟建国', idNumber: home.idNumber, phone: '16000000009' }))
  await desk.ask('dropCase', { id: about!._id, words: '家里已经是低保户，待遇没有变' }, desk.as.head)
  expect(await findEach(cloud.db, cases, { householdId: home._id })).toHaveLength(1)
  expect(await findEach(cloud.db, caseHolds, { caseId: about!._id })).toHaveLength(0)
  expect((await status(again.receipt)).told).toMatchObject({ now: '收到了，乡镇会打您留的电话', steps: [{ what: '收到' }] })
})

test('a bound household says only what is hard, and sees it where it sees the rest; pressed twice it is one', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '蓝阿婆' })
  const phone = await asFarmer(cloud, home)
  const ask = (hardship = 'schooling') =>
    cloud.call<{ case: ToldCase }>('household', 'apply', { hardship, words: '孙女考上了大学' }, phone).then(({ case: told }) => told)
  const first = await ask()
  expect((await ask()).id).toBe(first.id)
  expect(await refusal(ask('x'))).toContain('请选一样现在最难的')
  const told = await cloud.call<{ cases: ToldCase[] }>('household', 'cases', {}, phone)
  expect(told.cases.map(({ id, now }) => [id, now])).toEqual([[first.id, '最迟10月22日有人受理']])
  expect((await desk.ask('case', { id: first.id })).applicant).toEqual({ words: '孙女考上了大学', hardship: '孩子上学负担重' })
})

test('a household that left the register asks to come back', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '包阿叔', onRegister: false })
  await update(
    cloud.db,
    households,
    { _id: home._id },
    { $set: { members: [{ ...home.members[0], left: { on: '2026-03-01', died: false } }] } },
  )
  await cloud.call('household', 'apply', { hardship: 'illness' }, await asFarmer(cloud, home))
  const [about] = await findEach(cloud.db, cases, { householdId: home._id })
  expect(about).toMatchObject({ kind: 'restore', personIds: [home.headId] })
})

import type { ToldCase } from '#contract/call/told-case'
import { findEach } from '#store/db/read'
import { update } from '#store/db/write'
import { persons } from '#store/people/register'
import { audit } from '#store/record/audit'
import { cases } from '#store/work/cases'
import { aHousehold, asFarmer, impossibleId } from '../harness/people'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { refusal, theDesk, town, village, type Desk } from './desk'

/** What nobody does alone with a case, and what nobody learns by one without leaving a trace. */
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

const exitOf = (householdId: string, over: object = {}) =>
  desk.ask('openCase', {
    ...{ kind: 'exit', grantId: desk.grant._id, householdId, source: 'officer', words: '邻居说收入稳定了', reasonId: 'income-steady' },
    ...over,
  })
/** A household that two people took off the register. */
async function gone(headName: string) {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName })
  const { id } = (await exitOf(home._id)).row
  await desk.looked(id)
  await desk.post(id, { words: '建议退出' })
  on('2026-10-25')
  await desk.propose(id)
  await desk.decide(id, 'approve')
  return { home, id, phone: await asFarmer(cloud, home) }
}
const applied = async (over: object) =>
  cloud.call<{ receipt: string }>('bulletin', 'apply', {
    ...{ name: '程阿婆', phone: '160 0000 0001', hardship: 'illness', words: '药费一个月八百', place: village },
    ...over,
  })
const caseOf = async (who: string) => (await findEach(cloud.db, cases, { who }))[0]!

test('whoever writes down an appeal does not answer it: nobody brings a household back alone', async () => {
  const { id } = await gone('钟阿公')
  await desk.ask('appealCase', { id, words: '他说钱不是他的' }, desk.as.dataOfficer)
  expect((await desk.ask('case', { id }, desk.as.dataOfficer)).can).not.toContain('overturn')
  const answering = { id, act: 'overturn', words: '查过了，搞错了' }
  expect(await refusal(desk.ask('answerAppeal', answering, desk.as.dataOfficer))).toContain('也不是替他写申诉的人')
  expect((await desk.ask('answerAppeal', answering, desk.as.discipline)).row.state).toBe('restored')
})

test('an appeal that an officer wrote down does not use up the household’s own', async () => {
  const { id, phone } = await gone('蓝阿婆')
  await desk.ask('appealCase', { id, words: '他没有什么意见' })
  const own = () => cloud.call<{ case: ToldCase }>('household', 'appeal', { id, words: '车是借来的，钱没有给我' }, phone)
  expect(await refusal(own())).toContain('您自己还可以再申诉一次')
  await desk.ask('answerAppeal', { id, act: 'stand', words: '本人没有意见，维持' }, desk.as.discipline)
  expect(await refusal(desk.ask('appealCase', { id, words: '他又来说了一次' }))).toContain('已经申诉过一次')
  expect((await own()).case.now).toContain('申诉收到了')
  await desk.ask('answerAppeal', { id, act: 'stand', words: '查过了，车是他的' }, desk.as.discipline)
  expect(await refusal(own())).toContain('已经答复过一次')
})

test('a telling that is written down late leaves the household all its days to appeal', async () => {
  const { id, phone } = await gone('雷阿叔')
  on('2026-11-20')
  const told = await desk.ask('tellCase', { id, words: '说是批的那天就告诉了他', on: '2026-10-25' })
  expect(told.days).toMatchObject({ toldOn: '2026-10-25', appealUntil: '2026-12-05' })
  const { cases: seen } = await cloud.call<{ cases: ToldCase[] }>('household', 'cases', {}, phone)
  expect(seen[0]!.appeal).toEqual({ until: '2026-12-05' })
})

test('what somebody applied for is taken back by no one who merely works on it', async () => {
  const idNumber = impossibleId()
  await applied({ name: '包阿婆', idNumber })
  const { _id: id } = await caseOf('包**')
  const back = { id, words: '她说不要了，不办了' }
  expect((await desk.ask('case', { id })).can).not.toContain('withdraw')
  expect(await refusal(desk.ask('withdrawCase', back))).toContain('一把手')
  expect(await refusal(desk.ask('withdrawCase', back, desk.as.officer))).toContain('一把手')
  expect((await desk.ask('withdrawCase', back, desk.as.head)).row.state).toBe('withdrawn')
  const own = (await desk.applies()).row.id
  expect((await desk.ask('withdrawCase', { id: own, words: '写错了村，重新写' })).row.state).toBe('withdrawn')
})

test('a second application for the same person is kept with its telephone, whoever sent the first', async () => {
  const idNumber = impossibleId()
  await applied({ name: '程某', idNumber, phone: '16000000008', words: '' })
  const real = { name: '厉阿婆', idNumber, phone: '16000000009', words: '我才是本人，孙子读书要钱' }
  await applied(real)
  await applied(real)
  const { _id: id } = await caseOf('程*')
  const added = (await desk.ask('case', { id })).history.filter(({ act }) => act === 'added')
  expect(added.map(({ words }) => words)).toEqual(['厉**，电话 16000000009。家里有人生病，花钱多。我才是本人，孙子读书要钱'])
  await desk.looked(id)
  expect((await desk.ask('case', { id })).row.state).toBe('compare')
})

test('an answer about an identity number stands on record with whoever has it, whatever comes of it', async () => {
  const home = await aHousehold(cloud, { townCode: '330328100', villageCode: '330328100201', headName: '赵阿公' })
  const looks = async () => (await findEach(cloud.db, audit, { householdId: home._id, action: 'office.openCase' })).length
  const asks = (name: string) => refusal(desk.applies({ coming: [{ name, idNumber: home.idNumber, relation: '户主' }] }))
  expect(await asks('赵阿公')).toContain('已经在名册上')
  expect(await looks()).toBe(1)
  expect(await asks('赵阿婆')).toContain('不叫')
  expect(await looks()).toBe(2)
  const joining = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '钱阿公' })
  await exitOf(joining._id, { kind: 'join', intoIdNumber: home.idNumber })
  expect(await looks()).toBe(3)
})

test('nobody is named by an id that was not found on the way to the case', async () => {
  const stranger = await aHousehold(cloud, { townCode: '330328100', villageCode: '330328100201', headName: '孙阿公' })
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '李阿公' })
  expect(await refusal(exitOf(home._id, { kind: 'restore', personIds: [stranger.headId] }))).toContain('请在这一户的人里选')
  expect(await refusal(exitOf(home._id, { kind: 'head', headId: stranger.headId }))).toContain('请在这一户的人里选')
  expect(await refusal(desk.applies({ coming: [{ personId: stranger.headId, relation: '户主' }] }))).toContain('找不到这个人')
})

test('somebody with two entries that are one is not recognised a second time by the other number', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '周阿公' })
  const second = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '周阿公', onRegister: false })
  await update(cloud.db, persons, { _id: second.headId }, { $set: { sameAs: home.headId, householdId: home._id, onRegister: false } })
  expect(await refusal(desk.applies({ coming: [{ name: '周阿公', idNumber: second.idNumber, relation: '户主' }] }))).toContain(
    '已经在名册上',
  )
})

test('who was seen at home stays who it is; more of the household may come to light', async () => {
  const own = { name: '程阿婆', idNumber: impossibleId(), relation: '户主' }
  const { id } = (await desk.applies({ coming: [own] })).row
  await desk.looked(id)
  const other = { name: '胡小二', idNumber: impossibleId(), relation: '户主' }
  expect(await refusal(desk.post(id, { coming: [other] }))).toContain('入户核查过的人不能换')
  const son = { name: '程小宝', idNumber: impossibleId(), relation: '孙子' }
  expect((await desk.post(id, { coming: [own, son] })).row).toMatchObject({ state: 'notice', people: 2, who: '程**' })
})

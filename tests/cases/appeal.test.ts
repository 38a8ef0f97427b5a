import type { ToldCase } from '#contract/call/told-case'
import { findById, findEach } from '#store/db/read'
import { households } from '#store/people/register'
import { audit } from '#store/record/audit'
import { aHousehold, aProxy, asFarmer, signedIn } from '../harness/people'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { refusal, theDesk, town, village, type Desk } from './desk'

/** Taken off the register: what the household reads of it on its own phone, and what it can do. */
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

const told = async (who: As, input = {}) => (await cloud.call<{ cases: ToldCase[] }>('household', 'cases', input, who)).cases
const appeal = async (who: As, input: object) => (await cloud.call<{ case: ToldCase }>('household', 'appeal', input, who)).case

/** A household that is to leave, as far as the day before the notice ends. */
async function leaving(headName: string) {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName })
  const opened = await desk.ask('openCase', {
    ...{ kind: 'exit', grantId: desk.grant._id, householdId: home._id, source: 'officer', words: '邻居说儿子开上了小车' },
    reasonId: 'income-steady',
  })
  return { home, id: opened.row.id, phone: await asFarmer(cloud, home) }
}
async function gone(headName: string) {
  const one = await leaving(headName)
  await desk.looked(one.id)
  await desk.post(one.id, { words: '建议退出' })
  on('2026-10-25')
  await desk.propose(one.id)
  await desk.decide(one.id, 'approve')
  return one
}

test('while it is looked into the household reads what it waits for and until when, and not what others said', async () => {
  const { phone, id } = await leaving('钟阿公')
  const [first] = await told(phone)
  expect(first).toMatchObject({ id, title: '退出名册', standing: 'going', now: '最迟10月22日有人受理', told: [] })
  expect(first!.appeal).toBeUndefined()
  await desk.looked(id)
  await desk.post(id, { words: '建议退出' })
  const [shown] = await told(phone)
  expect(shown!.now).toBe('正在村里公示，到10月24日；大家有不同意见可以说')
  expect(shown!.steps.map(({ what, on: day }) => [what, day])).toEqual(
    ['收到', '受理，安排上门', '上门核查', '开始在村里公示'].map((what) => [what, '2026-10-20']),
  )
  expect(JSON.stringify(shown)).not.toMatch(/小车|房子漏雨|建议退出|潘小东/)
})

test('out of the register: why, from when, what changes, how long one may appeal; one appeal, answered by somebody else', async () => {
  const { home, phone, id } = await gone('雷阿婆')
  const [out] = await told(phone)
  expect(out!.told).toEqual([
    '因为你家近一年的收入稳定超过了现在的标准，从10月25日起，不再列入低收入农户名册。',
    '从这天起，名册上的补助按规定不再新发，卡上的码也停用；以前已经发的不用退。',
    '要是不对，现在就可以申诉。',
  ])
  expect(out!.appeal).toEqual({})
  const sent = await appeal(phone, { id, words: '儿子的车是借来的，没有给我钱' })
  expect(sent).toMatchObject({ standing: 'going' })
  expect(sent.now).toContain('申诉收到了，由另外的人查')
  // Pressed twice, or the answer was lost: it has arrived once.
  await appeal(phone, { id, words: '儿子的车是借来的，没有给我钱' })
  await desk.ask('answerAppeal', { id, act: 'overturn', words: '查过了，车不是他家的' }, desk.as.discipline)
  const [back] = await told(phone)
  expect(back).toMatchObject({ standing: 'done', now: '申诉成立，已经恢复到名册', told: [] })
  expect(back!.steps.filter(({ words }) => words).map(({ what, words }) => [what, words])).toEqual([
    ['申诉', '儿子的车是借来的，没有给我钱'],
    ['答复：申诉成立', '查过了，车不是他家的'],
  ])
  expect((await findById(cloud.db, households, home._id))!.onRegister).toBe(true)
})

test('its days are counted from the day on which it was told; after them, and after an answer, there is a sentence', async () => {
  const { phone, id } = await gone('蓝阿叔')
  await desk.ask('tellCase', { id, words: '上门念给他听了', on: '2026-10-25' })
  on('2026-11-09')
  expect((await told(phone))[0]!.appeal).toEqual({ until: '2026-11-09' })
  on('2026-11-10')
  expect((await told(phone))[0]!.appeal).toBeUndefined()
  expect(await refusal(appeal(phone, { id, words: '我不服这个决定' }))).toContain('申诉的日子过了')
})

test('a relative sees and appeals where the trust covers the policies, and nobody else does', async () => {
  const { home, id } = await gone('包阿婆')
  const withTrust = async (parts: ('money' | 'policies')[]) => {
    const proxy = await aProxy(cloud, home.headId, { parts })
    return { proxyId: proxy._id, who: await signedIn(cloud, { proxyIds: [proxy._id] }) }
  }
  const money = await withTrust(['money'])
  expect(await refusal(told(money.who, { proxyId: money.proxyId }))).toContain('让家人看')
  const daughter = await withTrust(['money', 'policies'])
  expect((await told(daughter.who, { proxyId: daughter.proxyId })).map((one) => one.id)).toEqual([id])
  const neighbour = await asFarmer(cloud, await aHousehold(cloud, { townCode: town, villageCode: village, headName: '邻居' }))
  expect(await refusal(appeal(neighbour, { id, words: '替她说一句不公平' }))).toContain('没有找到这一件')
  await appeal(daughter.who, { id, proxyId: daughter.proxyId, words: '我妈没有别的收入' })
  expect((await desk.ask('case', { id })).history.at(-1)).toMatchObject({
    act: 'appeal',
    by: { as: 'relative' },
    words: '我妈没有别的收入',
  })
  const looks = await findEach(cloud.db, audit, { householdId: home._id, action: 'household.appeal' })
  expect(looks.map(({ actor, granted }) => [actor.role, granted])).toEqual([['relative', true]])
})

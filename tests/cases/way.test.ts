import type { PlacePage } from '#contract/bulletin/actions'
import { randomUUID } from 'node:crypto'
import { seal } from '#kernel/seal/seal'
import { findById, findEach } from '#store/db/read'
import { insert, update } from '#store/db/write'
import { codes, events, households, persons } from '#store/people/register'
import { homeChecks } from '#store/work/cases'
import { incomes } from '#store/people/incomes'
import { openIncome } from '#affairs/incomes/keep'
import { aHousehold, impossibleId } from '../harness/people'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { found, refusal, theDesk, town, village, type Desk } from './desk'

/** The way of a household onto the register and off it again, by the people whose work it is. */
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

test('somebody in need: checked at home, shown five days, decided by a second person, on the register with a card', async () => {
  const opened = await desk.applies()
  const { id } = opened.row
  expect(opened.row).toMatchObject({ who: '程**', people: 2, state: 'clue', source: 'farmer', place: '南田镇三垟坪村' })
  await desk.looked(id)
  const shown = await desk.post(id)
  expect(shown.notice).toEqual({ from: '2026-10-20', until: '2026-10-24', isOver: false })
  expect(shown.waits).toContain('10月24日')
  expect(shown.can).not.toContain('propose')
  expect(await refusal(desk.propose(id))).toContain('公示到10月24日')
  on('2026-10-24')
  const page = await cloud.call<PlacePage>('bulletin', 'place', { place: village })
  expect(page.notices.map(({ name, kind, category, showing }) => [name, kind, category, showing])).toEqual([
    ['程**', 'entry', '低保户', { caseId: id, until: '2026-10-24' }],
  ])
  on('2026-10-25')
  expect((await cloud.call<PlacePage>('bulletin', 'place', { place: village })).notices).toEqual([])
  const proposed = await desk.propose(id)
  expect(proposed.can).toEqual(['withdraw'])
  expect(await refusal(desk.decide(id, 'approve', desk.as.worker))).toContain('县民政局的一把手或管理专员')
  const done = await desk.decide(id, 'approve')
  expect(done.row).toMatchObject({ state: 'done', category: '低保户', endedOn: '2026-10-25' })
  const [home] = await findEach(cloud.db, households, { villageCode: village, headName: '程阿婆' })
  expect(home).toMatchObject({ onRegister: true, category: 'minimum-living' })
  expect(home!.members.map(({ name }) => name).sort()).toEqual(['程小宝', '程阿婆'].sort())
  const happened = await findEach(cloud.db, events, { caseId: id })
  expect(happened.map(({ kind, on, approver }) => [kind, on, approver])).toEqual(
    Array(2).fill(['recognised', '2026-10-25', '县民政局的一把手批准，南田镇人民政府的工作人员提出']),
  )
  expect(done.history.map(({ act }) => act)).toEqual(['open', 'take', 'checked', 'post', 'propose', 'approve', 'written'])
})

test('out of the register: told in plain words, appeals, is answered by somebody else, is watched, and back when it has fallen again', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '钟建国' })
  const going = await desk.ask('openCase', {
    ...{ kind: 'exit', grantId: desk.grant._id, householdId: home._id, source: 'officer', words: '儿子在县城买了房，收入稳定' },
    reasonId: 'income-steady',
  })
  const { id } = going.row
  await desk.looked(id)
  await desk.post(id, { words: '建议退出' })
  on('2026-10-25')
  await desk.propose(id)
  const left = await desk.decide(id, 'approve')
  expect(left.row.state).toBe('telling')
  expect(left.told).toContain('因为你家近一年的收入稳定超过了现在的标准，从10月25日起')
  expect((await findById(cloud.db, households, home._id))!.onRegister).toBe(false)
  on('2026-10-26')
  const told = await desk.ask('tellCase', { id, words: '上门念给他听，本人知道了', on: '2026-10-26' })
  expect(told.days).toMatchObject({ toldOn: '2026-10-26', appealUntil: '2026-11-10', watchUntil: '2027-04-26' })
  on('2026-11-10')
  await desk.ask('appealCase', { id, words: '儿子的钱没有给我' })
  expect(await refusal(desk.ask('answerAppeal', { id, act: 'stand', words: '查过了，维持原来的' }, desk.as.head))).toContain(
    '不是当初提出、批准的人',
  )
  const answered = await desk.ask('answerAppeal', { id, act: 'stand', words: '查过了，儿子每月给一千元' }, desk.as.dataOfficer)
  expect(answered.row.state).toBe('watch')
  expect(await refusal(desk.ask('appealCase', { id, words: '我还是不服' }))).toContain('已经申诉过一次')
  expect(await refusal(desk.ask('endCase', { id, words: '过得还好', fallen: false }))).toContain('观察期到2027年4月26日')
  on('2027-04-26')
  await desk.ask('endCase', { id, words: '生病花了不少，又困难了', fallen: true })
  const again = (await desk.list()).rows.find(({ source }) => source === 'watch')!
  expect(again).toMatchObject({ kind: 'restore', who: '钟**', state: 'clue' })
  await desk.looked(again.id)
  await desk.propose(again.id)
  await desk.decide(again.id, 'approve')
  expect((await findById(cloud.db, households, home._id))!.onRegister).toBe(true)
  expect((await findEach(cloud.db, events, { personId: home.headId })).map(({ kind }) => kind).sort()).toEqual(['exited', 'restored'])
})

test('an appeal that is right brings everybody back at once, with a card', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '雷小妹' })
  const { id } = (
    await desk.ask('openCase', {
      ...{ kind: 'exit', grantId: desk.grant._id, householdId: home._id, source: 'officer', words: '说是搬走了' },
      reasonId: 'moved-out',
    })
  ).row
  await desk.looked(id)
  await desk.post(id, { words: '建议退出' })
  on('2026-10-25')
  await desk.propose(id)
  await desk.decide(id, 'approve')
  await desk.ask('appealCase', { id, words: '只是出去打工，户口还在' })
  const back = await desk.ask('answerAppeal', { id, act: 'overturn', words: '户口确实还在，搞错了' }, desk.as.discipline)
  expect(back.row.state).toBe('restored')
  expect(await findById(cloud.db, households, home._id)).toMatchObject({ onRegister: true, headId: home.headId })
  expect(await findEach(cloud.db, codes, { personId: home.headId, status: 'active' })).toHaveLength(1)
})

test('one home check serves the next case of the same household', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '蓝阿公' })
  const open = (kind: string) =>
    desk.ask('openCase', { kind, grantId: desk.grant._id, householdId: home._id, source: 'officer', words: '家里情况变了' })
  const first = await open('category')
  await desk.looked(first.row.id)
  on('2026-11-20')
  const second = await open('exit')
  expect(second.reusable).toMatchObject({ on: '2026-10-20', by: '潘小东（南田镇人民政府）' })
  const reused = await desk.ask('reuseCheck', { id: second.row.id, checkId: second.reusable!.id })
  expect(reused.row.state).toBe('compare')
  expect(reused.check!.found.seen).toBe(found.seen)
  expect(await findEach(cloud.db, homeChecks, { householdId: home._id })).toHaveLength(1)
  const [said, ...more] = await findEach(cloud.db, incomes, { householdId: home._id })
  expect([said!.from, said!.saidOn, openIncome(cloud, said!).stated.income.transfer, more]).toEqual([
    'home-check',
    '2026-10-20',
    120000,
    [],
  ])
  on('2027-03-20')
  const third = await open('split').catch((error: Error) => error.message)
  expect(third).toContain('不能全分出去')
  const late = await open('join').catch((error: Error) => error.message)
  expect(late).toContain('身份证号')
})

test('a head who dies is written off; the household stays, and a new head is chosen', async () => {
  const child = randomUUID()
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '包阿公' })
  const member = { personId: child, name: '包小强', relation: '儿子' }
  await update(cloud.db, households, { _id: home._id }, { $set: { members: [...home.members, member] } })
  await insert(cloud.db, persons, {
    ...{
      _id: child,
      digest: 'd',
      name: '包小强',
      idSealed: seal(cloud.keys, impossibleId()),
      idIndex: child,
      sex: '男',
      birth: '1990-01-01',
    },
    ...{ householdId: home._id, relation: '儿子', onRegister: true, importedAt: '2026-10-12T00:00:00.000Z' },
  })
  const died = await desk.ask('openCase', {
    ...{
      kind: 'died',
      grantId: desk.grant._id,
      householdId: home._id,
      personIds: [home.headId],
      source: 'grid-worker',
      words: '村里说已经办了丧事',
    },
  })
  expect(died.can).toContain('propose')
  await desk.propose(died.row.id, { evidence: '死亡证明复印件' })
  expect((await desk.decide(died.row.id, 'approve')).row.state).toBe('done')
  expect(await findById(cloud.db, households, home._id)).toMatchObject({ onRegister: true, headLeft: { died: true } })
  const head = await desk.ask('openCase', {
    ...{ kind: 'head', grantId: desk.grant._id, householdId: home._id, headId: child, source: 'officer', words: '户主去世，由儿子当户主' },
  })
  await desk.propose(head.row.id, { evidence: '户口簿' })
  await desk.decide(head.row.id, 'approve')
  expect(await findById(cloud.db, households, home._id)).toMatchObject({ headId: child, headName: '包小强' })
})

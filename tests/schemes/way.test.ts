import type { DeskMe } from '#contract/office/desk'
import { findEach } from '#store/db/read'
import { update } from '#store/db/write'
import { households } from '#store/people/register'
import { audit } from '#store/record/audit'
import { memberships, schemeEvents } from '#store/work/schemes'
import { startCloud, type Cloud } from '../harness/cloud'
import { idOf, on, refusal, theDesk, type Desk } from './desk'

/** From a list or a household's own word to the last of its principal: what each step needs, and what nobody does alone. */
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

const off = (householdId: string, day: string) =>
  update(cloud.db, households, { _id: householdId }, { $set: { onRegister: false, 'members.0.left': { on: day, died: false } } })

test('joined, signed, paid in twice, left, and given back in parts until the last working day', async () => {
  const id = await desk.scheme('飞地一期')
  const { id: member } = await desk.member(id)
  const added = await desk.signs(member, { on: '2025-06-30', amountFen: 400_000, words: '收据 12 号' }, 'shareMember')
  expect(added.row).toMatchObject({ state: 'member', inFen: 1_200_000, standingFen: 1_200_000 })
  // 2024: seven whole months of 8,000; 2025: all year, and six months of 4,000.
  expect(added.years.map(({ year, dueFen }) => [year, dueFen])).toEqual([
    [2026, 120_000],
    [2025, 100_000],
    [2024, 46_667],
  ])
  on('2026-09-18')
  await desk.asks(member)
  expect((await desk.decide(member)).row.returning).toEqual({
    exitOn: '2026-09-18',
    workingDays: 15,
    dueOn: '2026-10-15',
    latest: '2026-11-02',
    late: false,
  })
  on('2026-10-16')
  const part = await desk.back(member, 500_000, '2026-10-12')
  expect(part.row).toMatchObject({ state: 'returning', returnedFen: 500_000, standingFen: 700_000, returning: { late: true } })
  expect(await refusal(desk.back(member, 700_001, '2026-10-16'))).toContain('还没退的本金是 7,000 元')
  expect(await refusal(desk.back(member, 1, '2026-09-17'))).toContain('退还不会更早')
  const done = await desk.back(member, 700_000, '2026-10-16')
  expect(done.row).toMatchObject({ state: 'left', standingFen: 0 })
  expect(done.history.map(({ act }) => act)).toEqual([
    'join',
    'sign',
    'approve',
    'share',
    'approve',
    'ask',
    'approve',
    'return',
    'return',
    'returned',
  ])
  // Until the end of August it earned.
  expect(done.years[0]).toMatchObject({ year: 2026, dueFen: 90_000 })
})

test('what was paid in is principal only once another has approved it; refused or taken back it never was', async () => {
  const id = await desk.scheme('两个人一号')
  const { id: member } = await desk.member(id)
  const shares = (who = desk.as.worker) =>
    desk.ask('shareMember', { id: member, on: '2026-01-01', amountFen: 400_000, words: '收据 3 号' }, who)
  const waiting = await shares(desk.as.head)
  expect(waiting).toMatchObject({ row: { state: 'sharing', inFen: 800_000 }, wanted: { on: '2026-01-01', amountFen: 400_000 } })
  expect(await desk.rows(id, 'waiting')).toHaveLength(1)
  expect(waiting.can).not.toContain('approve')
  expect(await refusal(desk.decide(member, 'approve', desk.as.head))).toContain('不是提出的人')
  expect(await refusal(desk.asks(member))).toContain('追加的本金等批准')
  const counted = async (who: keyof typeof desk.as) => (await desk.ask<DeskMe>('me', {}, desk.as[who])).waiting.schemes
  expect([await counted('head'), await counted('worker'), await counted('townHead')]).toEqual([0, 0, 0])
  const before = await counted('dataOfficer')
  const refused = await desk.decide(member, 'refuse', desk.as.dataOfficer)
  expect(await counted('dataOfficer')).toBe(before - 1)
  expect([refused.row, refused.wanted]).toEqual([expect.objectContaining({ state: 'member', inFen: 800_000 }), undefined])
  await shares()
  expect((await desk.ask('withdrawMember', { id: member, words: '收据写错了' })).row).toMatchObject({ state: 'member', inFen: 800_000 })
  await shares()
  const said = await Promise.all([refusal(desk.decide(member)), refusal(desk.decide(member, 'approve', desk.as.dataOfficer))])
  expect(said.filter((one) => one === 'done')).toHaveLength(1)
  expect((await desk.read(member)).row).toMatchObject({ state: 'member', inFen: 1_200_000 })
})

test('a mistyped contribution is set right by two; what was there stays in the history', async () => {
  const id = await desk.scheme('两个人二号')
  const { id: member } = await desk.member(id)
  await desk.signs(member, { on: '2025-06-30', amountFen: 4_000_000, words: '收据 5 号' }, 'shareMember')
  const correct = (at: number, on: string, amountFen: number) =>
    desk.ask('correctMember', { id: member, at, on, amountFen, words: '多写了一个零' })
  expect((await desk.read(member, desk.as.worker)).entries.map(({ at }) => at)).toEqual([0, 1])
  expect(await refusal(correct(2, '2025-06-30', 1))).toContain('没有这一笔本金')
  expect(await refusal(correct(1, '2024-05-09', 1))).toContain('追加的本金不会更早')
  const asked = await correct(1, '2025-07-01', 400_000)
  expect(asked).toMatchObject({
    row: { state: 'correcting', inFen: 4_800_000 },
    wanted: { on: '2025-07-01', amountFen: 400_000, instead: { on: '2025-06-30', amountFen: 4_000_000 } },
  })
  const done = await desk.decide(member)
  expect(done.row).toMatchObject({ state: 'member', inFen: 1_200_000, standingFen: 1_200_000 })
  expect(done.history.slice(-2).map(({ act, amountFen, words }) => [act, amountFen, words])).toEqual([
    ['correct', 400_000, '原来记的是2025年6月30日 40,000 元。多写了一个零'],
    ['approve', -3_600_000, '核过了，同意'],
  ])
  await correct(1, '2025-07-01', 0)
  expect((await desk.decide(member)).row.inFen).toBe(800_000)
  expect(await refusal(correct(0, '2024-05-10', 0))).toContain('一分本金也没有了')
  await correct(0, '2024-04-10', 700_000)
  expect(await desk.decide(member)).toMatchObject({ signedOn: '2024-04-10', row: { inFen: 700_000 } })
  await desk.asks(member)
  await desk.decide(member)
  expect((await desk.read(member, desk.as.worker)).can).not.toContain('correct')
})

test('no day is told where the next year’s holidays are not known', async () => {
  const id = await desk.scheme('飞地二期')
  const { id: member } = await desk.member(id)
  on('2026-12-21')
  await desk.asks(member)
  expect((await desk.decide(member)).row.returning).toEqual({ exitOn: '2026-12-21', workingDays: 15, latest: '2027-02-04', late: false })
})

test('what a list says is a proposal: nothing is written of it, and nobody has signed', async () => {
  const id = await desk.scheme('中蜂一号')
  const home = await desk.home()
  await desk.listed('中蜂一号', home._id, 2025, 64_000)
  const member = idOf('中蜂一号', home._id)
  const found = await desk.read(member)
  expect(found.row).toMatchObject({ state: 'listed', listedFen: 800_000, inFen: 0, standingFen: 0, who: '钟**' })
  expect(found.years).toMatchObject([{ year: 2025, dueFen: 0, paidFen: 64_000, outstandingFen: 0 }])
  expect(await findEach(cloud.db, memberships, { _id: member })).toEqual([])
  expect((await desk.page(id)).row.totals).toMatchObject({ listed: 1, agreed: 0, inFen: 0, listedFen: 800_000 })
  expect(await refusal(desk.asks(member))).toContain('现在是“分红表上有，没登记协议”')
  const signed = await desk.signs(member, { on: '2024-01-01', amountFen: 800_000, words: '2024年的收据' })
  expect(signed.row).toMatchObject({ state: 'member', inFen: 800_000 })
  expect(signed.years.map(({ year, dueFen, outstandingFen }) => [year, dueFen, outstandingFen])).toEqual([
    [2026, 80_000, 80_000],
    [2025, 80_000, 16_000],
    [2024, 80_000, 80_000],
  ])
})

test('leaving the register ends nothing: it is told first, and leaves only then', async () => {
  const id = await desk.scheme('金丝皇菊一号')
  const { id: member, _id } = await desk.member(id)
  expect(await refusal(desk.tell(member, '2026-09-10'))).toContain('还在名册上，不用告知')
  await off(_id, '2026-09-01')
  expect((await desk.read(member)).row).toMatchObject({ state: 'member', off: { since: '2026-09-01' } })
  expect(await desk.rows(id, 'untold')).toHaveLength(1)
  expect(await refusal(desk.asks(member, { reasonId: 'off-register' }))).toContain('还没有告知')
  expect(await refusal(desk.tell(member, '2026-08-31'))).toContain('告知不会更早')
  const told = await desk.tell(member, '2026-09-09')
  expect(told.row).toMatchObject({ state: 'member', off: { since: '2026-09-01', toldOn: '2026-09-09' } })
  expect(told.told).toEqual({ on: '2026-09-09', words: '上门说了股金的事' })
  expect(await desk.rows(id, 'untold')).toEqual([])
  expect((await desk.asks(member, { reasonId: 'off-register' })).row.state).toBe('leaving')
})

test('off the register between the asking and the decision: told all the same before it is approved', async () => {
  const id = await desk.scheme('金丝皇菊二号')
  const { id: member, _id } = await desk.member(id)
  await desk.asks(member)
  await off(_id, '2026-09-05')
  expect(await refusal(desk.decide(member))).toContain('还没有告知')
  await desk.tell(member, '2026-09-10')
  expect((await desk.decide(member)).row.state).toBe('returning')
})

test('told once, back on the register and off again: it is told again', async () => {
  const id = await desk.scheme('金丝皇菊三号')
  const { id: member, _id } = await desk.member(id)
  await off(_id, '2026-08-01')
  await desk.tell(member, '2026-08-05')
  await off(_id, '2026-09-08')
  expect(await refusal(desk.asks(member))).toContain('还没有告知')
})

test('who asks does not decide; two who decide at once do it once', async () => {
  const id = await desk.scheme('黄年糕一号')
  const { id: member } = await desk.member(id)
  await desk.ask('askLeave', { id: member, reasonId: 'own-wish', words: '本人要用钱' }, desk.as.head)
  expect((await desk.read(member, desk.as.head)).can).not.toContain('approve')
  expect(await refusal(desk.decide(member, 'approve', desk.as.head))).toContain('不是提出的人')
  expect(await refusal(desk.decide(member, 'approve', desk.as.officer))).toContain('不是提出的人')
  expect(await refusal(desk.decide(member, 'approve', desk.as.townHead))).toContain('县农业农村局')
  const said = await Promise.all([
    refusal(desk.decide(member, 'approve', desk.as.dataOfficer)),
    refusal(desk.decide(member, 'approve', desk.as.dataOfficer)),
    refusal(desk.ask('withdrawMember', { id: member, words: '不退了，撤回' })),
  ])
  expect(said.filter((one) => one === 'done')).toHaveLength(1)
  const happened = (await findEach(cloud.db, schemeEvents, { aboutId: member })).filter(
    ({ act, n }) => n > 3 && (act === 'approve' || act === 'withdraw'),
  )
  expect(happened).toHaveLength(1)
  const { capital } = (await findEach(cloud.db, memberships, { _id: member }))[0]!
  expect(capital.length).toBe(happened[0]!.act === 'approve' ? 2 : 1)
})

test('a scheme is asked for by one and approved by another; what is guaranteed is never lowered', async () => {
  const id = await desk.scheme('保底一号', { mode: 'guaranteed' })
  const change = (rate: number, who = desk.as.officer) => desk.ask('changeTerms', { id, fromYear: 2027, rate, words: '补充协议 2 号' }, who)
  expect(await refusal(change(900))).toContain('不能低于现在的 10%')
  await change(1200, desk.as.head)
  expect(await refusal(desk.ask('decideScheme', { id, act: 'approve', words: '同意调整' }, desk.as.head))).toContain('不是提出的人')
  await desk.ask('decideScheme', { id, act: 'approve', words: '同意调整' }, desk.as.dataOfficer)
  expect((await desk.page(id)).terms).toEqual([
    { fromYear: 2023, rate: 1000 },
    { fromYear: 2027, rate: 1200 },
  ])
  expect(await refusal(desk.scheme('保底一号'))).toContain('已经登记过')
  const { id: member } = await desk.member(id)
  expect(await refusal(desk.ask('endScheme', { id, words: '项目到期了' }, desk.as.officer))).toContain('还有 1 户')
  expect(member).toContain(id)
})

test('a scheme ends only once nobody is in it and no principal is out; it says how many and how much', async () => {
  const id = await desk.scheme('到期一号')
  const { id: member } = await desk.member(id)
  const onList = await desk.home()
  await desk.listed('到期一号', onList._id, 2025, 64_000)
  const end = () => refusal(desk.ask('endScheme', { id, words: '项目到期了' }, desk.as.officer))
  expect(await end()).toContain('还有 2 户在这个项目里（1 户是分红表上有、没登记协议的），没退的本金一共 8,000 元。')
  await desk.asks(member)
  await desk.decide(member)
  await desk.ask('dropMember', { id: idOf('到期一号', onList._id), words: '表上写错了人' })
  await desk.back(member, 300_000, '2026-09-10')
  expect(await end()).toContain('bad-input: 1 户退出了、还没退清本金，没退的本金一共 5,000 元。')
  await desk.back(member, 500_000, '2026-09-10')
  expect(await end()).toBe('done')
  expect((await desk.page(id)).row).toMatchObject({ state: 'ended', totals: { in: 0, standingFen: 0 } })
})

test('one household, one scheme: brought in twice it is one, at once or one after the other; left, it may come again', async () => {
  const id = await desk.scheme('飞地三期')
  const home = await desk.home()
  const joins = () => refusal(desk.ask('joinScheme', { id, grantId: desk.grant._id, idNumber: home.idNumber, words: '本人要入股' }))
  const said = await Promise.all([joins(), joins()])
  expect(said.filter((one) => one === 'done')).toHaveLength(1)
  expect(await joins()).toContain('已经在这个项目里')
  const member = idOf('飞地三期', home._id)
  await desk.signs(member, { on: '2026-01-01', amountFen: 100_000, words: '协议第 9 号' })
  await desk.asks(member)
  await desk.decide(member)
  await desk.back(member, 100_000, '2026-09-10')
  expect(await joins()).toBe('done')
  const again = await desk.signs(member, { on: '2026-09-10', amountFen: 50_000, words: '协议第 10 号' })
  expect(again.row).toMatchObject({ inFen: 150_000, returnedFen: 100_000, standingFen: 50_000 })
})

test('a town sees and works on its own households, discipline and finance see all, others nothing; each look is on record', async () => {
  const id = await desk.scheme('飞地四期')
  const { id: member, _id } = await desk.member(id)
  const elsewhere = await desk.home({ townCode: '330328100', villageCode: '330328100201' })
  await desk.listed('飞地四期', elsewhere._id, 2025, 1)
  const { as } = desk
  const seen = async (who: keyof typeof as) => {
    const file = await desk.read(member, as[who]).catch((error: Error) => error.message.slice(0, 9))
    const total = await desk.rows(id, 'in', undefined, as[who]).then(
      (rows) => rows.length,
      () => 'none',
    )
    return [typeof file === 'string' ? file : file.can, total]
  }
  const working = ['share', 'correct', 'ask']
  expect(await seen('worker')).toEqual([working, 1])
  expect(await seen('officer')).toEqual([working, 2])
  expect(await seen('discipline')).toEqual([[], 2])
  expect(await seen('finance')).toEqual([[], 2])
  expect(await seen('otherTown')).toEqual(['not-found', 1])
  expect(await seen('education')).toEqual(['not-found', 'none'])
  expect(await refusal(desk.ask('shareMember', { id: member, on: '2026-09-01', amountFen: 1, words: '收据 1 号' }, as.finance))).toContain(
    '南田镇',
  )
  const looks = await findEach(cloud.db, audit, { action: 'office.schemeMember', 'about.id': member })
  expect(looks.filter(({ granted }) => granted).every(({ householdId }) => householdId === _id)).toBe(true)
  expect(looks.filter(({ granted }) => !granted).map(({ householdId }) => householdId)).toEqual([null, null])
})

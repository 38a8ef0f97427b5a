import type { FarmerRequest, Looks } from '#contract/household/farmer'
import type { DeskMe } from '#contract/office/desk'
import type { HouseholdFile } from '#contract/household/actions'
import type { RequestRow } from '#contract/supervision/requests'
import { requests as stored } from '#store/work/requests'
import { findEach } from '#store/db/read'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { anAward, aPayment, aPledgedAgency, aStaff, asFarmer, asStaff } from '../harness/people'
import { payments } from '#store/money/money'
import { settle } from './looking'
import { laterBy, recordedBy, tuesday } from './officers'

jest.setTimeout(60_000)
const words = '我家老二去年就迁走了'
const answerWords = '查过户口，已经改好，下个月起按新的算。'
let cloud: Cloud
let home: Awaited<ReturnType<typeof settle>>
let farmer: As
const desks = {} as Record<'civil-affairs' | 'finance' | 'agriculture' | 'disabled-federation' | 'discipline', As>
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  home = await settle(cloud, '330328102')
  farmer = await asFarmer(cloud, home)
  for (const agencyId of ['civil-affairs', 'finance', 'agriculture', 'disabled-federation', 'discipline'] as const)
    desks[agencyId] = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId, name: '吴科员' }))
})
afterAll(() => cloud.close())

const correct = async (input: object) =>
  (await cloud.call<{ request: FarmerRequest }>('household', 'correct', { words, ...input }, farmer)).request
const reaching = async (id: string, open = true) => {
  const lists = await Promise.all(
    Object.entries(desks).map(
      async ([agency, as]) =>
        [agency, (await cloud.call<{ requests: RequestRow[] }>('supervision', 'requests', { open }, as)).requests] as const,
    ),
  )
  return lists.filter(([, rows]) => rows.some((row) => row.id === id)).map(([agency]) => agency)
}
const answer = (id: string, as: As, said = answerWords) =>
  cloud.call<{ request: RequestRow }>('supervision', 'answer', { id, words: said }, as)
const waiting = async (as: As) => (await cloud.call<DeskMe>('office', 'me', {}, as)).waiting.requests

describe('a correction reaches the agency that the part comes from, and only it', () => {
  test.each([
    ['members', 'civil-affairs', '县民政局'],
    ['dividends', 'agriculture', '县农业农村局'],
    ['money', 'finance', '县财政局'],
    ['awards', 'civil-affairs', '县民政局'],
  ] as const)('%s: %s', async (part, agency, name) => {
    const sent = await correct({ part })
    expect(sent).toMatchObject({ kind: 'correction', to: name, words })
    expect(await reaching(sent.id)).toEqual([agency])
  })
  test('a payment: its programme’s own agency', async () => {
    await aPayment(cloud, home._id, { month: '2026-10', dueFen: 76200, programme: 'minimum-living' })
    const [payment] = await findEach(cloud.db, payments, { householdId: home._id })
    const sent = await correct({ part: 'money', paymentId: payment!._id })
    const agency = cloud.county.programmes.find(({ id }) => id === 'minimum-living')!.agency
    expect(await reaching(sent.id)).toEqual([agency])
    expect(sent.about).toContain('2026-10')
  })
  test('what a list says: whoever sent the list; one without a name, its programme’s agency', async () => {
    const said = await anAward(cloud, home._id, { agency: 'disabled-federation', programme: 'student-aid' })
    const unsaid = await anAward(cloud, home._id, { agency: '', programme: 'farmland', called: '耕地地力保护补贴', period: '2026' })
    for (const [award, agency] of [
      [said, 'disabled-federation'],
      [unsaid, 'agriculture'],
    ] as const) {
      const sent = await correct({ part: 'awards', awardId: award._id })
      expect(await reaching(sent.id)).toEqual([agency])
      expect(sent.about).toContain(award.called)
    }
  })
  test('a line of somebody else’s file is not there', async () => {
    const { _id } = await anAward(cloud, 'another household')
    await expect(correct({ part: 'awards', awardId: _id })).rejects.toThrow('没有找到这一笔钱')
  })
})

test('the desk sees what is asked, where, and a masked name; nothing is kept in clear', async () => {
  const sent = await correct({ part: 'members' })
  const { requests } = await cloud.call<{ requests: RequestRow[] }>('supervision', 'requests', { open: true }, desks['civil-affairs'])
  expect(requests.find(({ id }) => id === sent.id)).toEqual({
    id: sent.id,
    kind: 'correction',
    about: '家里人',
    words,
    at: tuesday,
    from: '陈**',
    dueOn: '2026-11-04',
    late: false,
    place: expect.stringContaining('南田镇') as string,
  })
  await answer(sent.id, desks['civil-affairs'])
  const kept = JSON.stringify(await findEach(cloud.db, stored, {}))
  for (const secret of [words, answerWords, '陈阿公']) expect(kept).not.toContain(secret)
})

describe('an answer', () => {
  test('comes back to the farmer, and takes the request off the desk', async () => {
    const { id } = await correct({ part: 'members' })
    const before = await waiting(desks['civil-affairs'])
    laterBy(60)
    const [entry] = await recordedBy(cloud, 'supervision.answer', () => answer(id, desks['civil-affairs']))
    expect(entry).toMatchObject({ granted: true, householdId: home._id, personId: home.headId })
    expect(await waiting(desks['civil-affairs'])).toBe(before - 1)
    expect([await reaching(id), await reaching(id, false)]).toEqual([[], ['civil-affairs']])
    const { requests } = await cloud.call<{ requests: FarmerRequest[] }>('household', 'requests', {}, farmer)
    expect(requests.find((one) => one.id === id)).toMatchObject({ answer: answerWords, answeredAt: expect.any(String) as string })
  })
  test('is the first one: of two at once one stands, and none after it', async () => {
    const { id } = await correct({ part: 'members' })
    const tries = await Promise.allSettled([
      answer(id, desks['civil-affairs'], '第一个人的答复'),
      answer(id, desks['civil-affairs'], '第二个人的答复'),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(answer(id, desks['civil-affairs'])).rejects.toThrow('这一件已经有人答复了')
  })
  test('is not for another agency to give, which is told no more than that; on record as refused', async () => {
    const { id } = await correct({ part: 'members' })
    for (const as of [desks.finance, desks.discipline]) {
      const [entry] = await recordedBy(cloud, 'supervision.answer', () => expect(answer(id, as)).rejects.toThrow('不归本单位办'))
      expect(entry).toMatchObject({ granted: false, householdId: null })
    }
    await expect(answer('made-up', desks.finance)).rejects.toThrow('不归本单位办')
    expect(await reaching(id)).toEqual(['civil-affairs'])
  })
  test('says something', async () => {
    const { id } = await correct({ part: 'members' })
    await expect(answer(id, desks['civil-affairs'], ' 好 ')).rejects.toThrow('请写清楚查了什么')
  })
})

describe('a deadline', () => {
  test('stands on the farmer’s phone and at the desk, and what is late comes first', async () => {
    const late = await correct({ part: 'members' })
    expect(late.dueOn).toBe('2026-11-04')
    laterBy(16 * 24 * 60)
    const fresh = await correct({ part: 'members' })
    const { requests } = await cloud.call<{ requests: RequestRow[] }>('supervision', 'requests', { open: true }, desks['civil-affairs'])
    const at = (id: string) => requests.findIndex((one) => one.id === id)
    expect([requests[at(late.id)], requests[at(fresh.id)]]).toMatchObject([
      { dueOn: '2026-11-04', late: true },
      { dueOn: '2026-11-20', late: false },
    ])
    expect(at(late.id)).toBeLessThan(at(fresh.id))
    onlyTheClockIsFake(tuesday)
  })
})

describe('the household that a request is about', () => {
  const open = (id: string, as: As) =>
    cloud.call<{ request: RequestRow; file: HouseholdFile; until: string }>('supervision', 'openRequest', { id }, as)
  let wu: As
  let colleague: As
  beforeAll(async () => {
    await aPledgedAgency(cloud, 'civil-affairs')
    ;[wu, colleague] = [
      await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '吴科员' })),
      await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '钱科员' })),
    ]
  })
  beforeEach(() => onlyTheClockIsFake(tuesday))

  test('opens for it once, with the part it is about and nobody’s numbers, and the farmer reads what for', async () => {
    const { id } = await correct({ part: 'members' })
    const [entry] = await recordedBy(cloud, 'supervision.openRequest', async () => {
      const { request, file, until } = await open(id, wu)
      expect([request.openedBy, file.can.see, file.head, until]).toEqual(['吴科员', ['members'], '陈**', '2026-10-20T03:00:00.000Z'])
      expect(JSON.stringify(file)).not.toMatch(/"money"|"category"|陈阿公/)
      expect(JSON.stringify(file)).not.toContain(home.idNumber.slice(-4))
    })
    expect(entry).toMatchObject({
      granted: true,
      householdId: home._id,
      personId: home.headId,
      parts: ['members'],
      fields: [],
      reason: '为答复这件更正：家里人',
    })
    const { looks } = await cloud.call<Looks>('household', 'looks', {}, farmer)
    expect(looks.find(({ id: look }) => look === entry!._id)).toMatchObject({
      kind: 'file',
      unit: '县民政局',
      purpose: '为答复这件更正：家里人',
      parts: ['members'],
    })
    laterBy(59)
    await open(id, wu)
    await expect(open(id, colleague)).rejects.toThrow('已由吴科员打开看过这一户，一件只看一次')
    laterBy(1)
    await expect(open(id, wu)).rejects.toThrow('一件只看一次。还要看，请到“授权”里申请')
  })
  test('opens for one of two colleagues at once', async () => {
    const { id } = await correct({ part: 'members' })
    const tries = await Promise.allSettled([open(id, wu), open(id, colleague)])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test('is not opened by another agency, nor for what is answered or was never asked; on record as refused', async () => {
    const { id } = await correct({ part: 'members' })
    await aPledgedAgency(cloud, 'finance')
    const [entry] = await recordedBy(cloud, 'supervision.openRequest', () =>
      expect(open(id, desks.finance)).rejects.toThrow('不归本单位办'),
    )
    expect(entry).toMatchObject({ granted: false, householdId: null })
    await answer(id, wu)
    for (const other of [id, 'made-up']) await expect(open(other, wu)).rejects.toThrow('已经答复了，或者不归本单位办')
  })
  test('is not opened where nobody signed for the agency', async () => {
    const { id } = await correct({ part: 'dividends' })
    await expect(open(id, desks.agriculture)).rejects.toThrow('还没有签责任书')
  })
})

describe('a complaint about a look', () => {
  test('reaches the discipline office, not the agency complained of', async () => {
    const worker = await asStaff(cloud, await aStaff(cloud, 'grid-worker', { areas: [home.villageCode] }))
    await cloud.call('household', 'lookup', { token: home.token, purpose: 'visit', consent: 'self' }, worker)
    const looks = () => cloud.call<Looks>('household', 'looks', {}, farmer)
    const look = (await looks()).looks.find(({ role }) => role === '网格员')!
    const { request } = await cloud.call<{ request: FarmerRequest }>(
      'household',
      'complain',
      { lookId: look.id, words: '那天没人来过我家' },
      farmer,
    )
    expect(request).toMatchObject({
      kind: 'complaint',
      to: '县纪委县监委',
      about: expect.stringContaining('南田镇人民政府 网格员 10月20日') as string,
    })
    expect(await reaching(request.id)).toEqual(['discipline'])
    expect((await looks()).looks.find(({ id }) => id === look.id)).toMatchObject({ complained: true })
    await answer(request.id, desks.discipline)
    const { requests } = await cloud.call<{ requests: FarmerRequest[] }>('household', 'requests', {}, farmer)
    expect(requests.find(({ id }) => id === request.id)).toMatchObject({ answer: answerWords })
  })
})

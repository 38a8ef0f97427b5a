import type { DataCopy, FarmerRequest } from '#contract/household/farmer'
import type { HouseholdFile } from '#contract/household/actions'
import type { OwnMoney, OwnMoneyLine } from '#contract/household/own-money'
import type { RequestRow } from '#contract/supervision/requests'
import { fen } from '#domain/money/money'
import { findEach } from '#store/db/read'
import { insert, update } from '#store/db/write'
import { imports } from '#store/intake/intake'
import { batches, batchLines } from '#store/money/batches'
import { confirmations } from '#store/money/confirmations'
import { entitlements } from '#store/money/entitlements'
import { payments } from '#store/money/money'
import { requests } from '#store/work/requests'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, aPayment, aPledgedAgency, aProxy, aStaff, asFarmer, asStaff, asWorker, signedIn } from '../harness/people'
import { recordedBy } from '../office/officers'

jest.setTimeout(60_000)
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
  await aPledgedAgency(cloud, 'civil-affairs')
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const moneyOf = (as: As, input = {}) => cloud.call<OwnMoney>('household', 'money', input, as)
const say = async (as: As, input: object) => (await cloud.call<{ line: OwnMoneyLine }>('household', 'confirmMoney', input, as)).line
const civilAffairs = async () => asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '吴科员' }))
const asked = async (as: As, open = true) =>
  (await cloud.call<{ requests: RequestRow[] }>('supervision', 'requests', { open }, as)).requests
const wordsOf = async (paymentId: string) =>
  (await findEach(cloud.db, confirmations, { paymentId })).sort((a, b) => a.n - b.n).map(({ said, by, requestId }) => [said, by, requestId])

/** A household with one line of October: credited unless told otherwise. */
async function paid(bank: string | null = 'credited', dueFen = 57_000) {
  const home = await aHousehold(cloud)
  await aPayment(cloud, home._id, { month: '2026-10', period: '2026年10月', dueFen, ...(bank && { bank }) })
  const [row] = await findEach(cloud.db, payments, { householdId: home._id })
  return { home, farmer: await asFarmer(cloud, home), id: row!._id }
}

/** What a rule says is due for a month. */
const dueByRule = (home: Awaited<ReturnType<typeof aHousehold>>, period: string, dueFen: number) =>
  insert(cloud.db, entitlements, {
    _id: `${home._id}${period}`,
    ...{ claim: '', programme: 'minimum-living', personId: home.headId, householdId: home._id, forWhom: null },
    ...{ townCode: home.townCode, villageCode: home.villageCode, period: period as '2026-10', month: period as '2026-10' },
    ...{
      dueFen: fen(dueFen),
      why: '名册上每月 570 元',
      rule: { source: '低保名册', from: '2026-01-01' },
      records: [],
      former: [],
      computedAt: '',
    },
  })

describe('我的钱', () => {
  test('line by line with what can be said of it, this year and the last by programme and in all', async () => {
    const { home, farmer } = await paid()
    await aPayment(cloud, home._id, { programme: 'farmland', month: '2026-10', dueFen: 12_345 })
    await aPayment(cloud, home._id, { month: '2025-01', dueFen: 50_000, bank: 'credited' })
    await aPayment(cloud, home._id, { month: '2024-12', dueFen: 99_900, bank: 'credited' })
    const money = await moneyOf(farmer)
    expect(
      money.lines.map(({ month, programme, state, canSay, expectedBy }) => [month, programme, state, canSay.length, expectedBy]),
    ).toEqual([
      ['2026-10', 'farmland', 'waiting', 2, '2026-10-25'],
      ['2026-10', 'minimum-living', 'credited', 3, undefined],
      ['2025-01', 'minimum-living', 'credited', 3, undefined],
    ])
    expect(money.years).toMatchObject([
      { year: 2026, dueFen: 69_345, cameFen: 57_000, programmes: [{ name: '低保金' }, { name: '耕地地力保护补贴', cameFen: 0 }] },
      { year: 2025, dueFen: 50_000, cameFen: 50_000 },
    ])
  })

  test('where an amount comes from: the file with its row, and the rule; what rules say is due and no plan has, is told', async () => {
    const { home, farmer, id } = await paid()
    await update(cloud.db, payments, { _id: id }, { $set: { importId: 'plan-1', sheet: '南田镇', row: 12, saidOn: '2026-10-08' } })
    await insert(cloud.db, imports, { _id: 'plan-1', fileName: '财政局_一卡通.xlsx' } as never)
    const due = (period: string, dueFen: number) => dueByRule(home, period, dueFen)
    await due('2026-09', 57_000)
    await due('2026-10', 57_000)
    await due('2026-11', 57_000)
    await due('2026-08', 0)
    const money = await moneyOf(farmer)
    expect(money.lines[0]).toMatchObject({
      source: { file: '财政局_一卡通.xlsx', sheet: '南田镇', row: 12 },
      rule: { why: '名册上每月 570 元', source: '低保名册', from: '2026-01-01', unverified: false },
    })
    expect(money.notPlanned).toEqual([
      expect.objectContaining({
        month: '2026-09',
        dueFen: 57_000,
        name: '低保金',
        rule: expect.objectContaining({ why: '名册上每月 570 元' }) as object,
      }),
    ])
  })

  test('less came than rules say is due: by how much, and the year adds up to the cent', async () => {
    const { home, farmer, id } = await paid('credited', 50_000)
    await dueByRule(home, '2026-10', 57_007)
    const money = await moneyOf(farmer)
    expect(money.lines).toMatchObject([{ id, state: 'credited', dueFen: 50_000, shortFen: 7_007 }])
    expect(money.notPlanned).toEqual([])
    expect(money.years[0]).toMatchObject({ dueFen: 57_007, cameFen: 50_000 })
  })

  test('a line that is held back in its batch says so; at the bank, that it is there', async () => {
    const { home, farmer, id } = await paid(null)
    const row = (await findEach(cloud.db, payments, { _id: id }))[0]!
    const batch = { _id: `batch-${id}`, name: '2026-10 民政局 第1批', state: 'draft', fundedOn: '2026-10-09', handedOn: null }
    await insert(cloud.db, batches, batch as never)
    await insert(cloud.db, batchLines, {
      ...{ _id: `line-${id}`, batchId: batch._id, n: 1, paymentId: id, key: id, claim: '', personId: row.personId, householdId: home._id },
      ...{ programme: row.programme, period: row.period, month: row.month, amountFen: row.dueFen, state: 'held', since: '2026-10-10' },
      ...{ creditedFen: 0, recoveredFen: 0, receiptIds: [] },
    } as never)
    expect((await moneyOf(farmer)).lines[0]).toMatchObject({ state: 'waiting', waits: '核对中，先不发' })
    await update(cloud.db, batches, { _id: batch._id }, { $set: { state: 'sent', handedOn: '2026-10-12' } })
    await update(cloud.db, batchLines, { _id: `line-${id}` }, { $set: { state: 'planned' } })
    expect((await moneyOf(farmer)).lines[0]).toMatchObject({ state: 'waiting', waits: '银行正在发' })
  })

  test('every look is on record, and a neighbour has their own', async () => {
    const { home, farmer } = await paid()
    const [entry] = await recordedBy(cloud, 'household.money', () => moneyOf(farmer))
    expect(entry).toMatchObject({ granted: true, householdId: home._id, parts: ['money'] })
    expect((await moneyOf(await asFarmer(cloud, await aHousehold(cloud)))).lines).toEqual([])
  })
})

describe('one tap', () => {
  test('收到了: kept once however often it is sent, also twice at once', async () => {
    const { home, farmer, id } = await paid()
    const [entry] = await recordedBy(cloud, 'household.confirmMoney', () => say(farmer, { paymentId: id, said: 'received' }))
    expect(entry).toMatchObject({ granted: true, householdId: home._id, about: { kind: 'payment', id } })
    await Promise.all([1, 2, 3].map(() => say(farmer, { paymentId: id, said: 'received' })))
    expect(await wordsOf(id)).toEqual([['received', 'own', null]])
    const other = await paid()
    await Promise.all([1, 2, 3].map(() => say(other.farmer, { paymentId: other.id, said: 'not-received' })))
    expect(await wordsOf(other.id)).toHaveLength(1)
    expect(await findEach(cloud.db, requests, { paymentId: other.id })).toHaveLength(1)
  })

  test('没收到 where the bank says it came: both stay, whoever pays is told by when to answer, and the answer comes back', async () => {
    const { farmer, home, id } = await paid()
    const line = await say(farmer, { paymentId: id, said: 'not-received' })
    expect(line).toMatchObject({
      state: 'credited',
      told: { said: 'not-received', on: '2026-10-20', by: 'own' },
      asked: { to: '县民政局', dueOn: '2026-10-30' },
    })
    const desk = await civilAffairs()
    const request = (await asked(desk)).find(({ id: one }) => one === `money-${id}-0`)!
    expect(request).toMatchObject({
      ...{ kind: 'money', words: '本人说：没收到。', from: '陈**', dueOn: '2026-10-30', late: false },
      way: [
        { step: 'plan', words: '10月的发放计划：570 元' },
        { step: 'bank', words: '银行说到账 570 元', on: '2026-10-15' },
        { step: 'said', words: '本人说没收到', on: '2026-10-20' },
      ],
    })
    expect(JSON.stringify(request)).not.toMatch(/陈阿公|62000000/)
    const finance = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'finance' }))
    expect((await asked(finance)).some(({ id: one }) => one === request.id)).toBe(false)
    const opened = await cloud.call<{ file: HouseholdFile }>('supervision', 'openRequest', { id: request.id }, desk)
    expect(opened.file.can.see).toEqual(['money'])
    onlyTheClockIsFake('2026-10-22T02:00:00Z')
    await cloud.call('supervision', 'answer', { id: request.id, words: '查过了，进了旧存折，请看尾号 4455。' }, desk)
    const [after] = (await moneyOf(farmer)).lines
    expect(after).toMatchObject({
      asked: { answer: '查过了，进了旧存折，请看尾号 4455。', answeredOn: '2026-10-22' },
      told: { said: 'not-received' },
    })
    const { requests: own } = await cloud.call<{ requests: FarmerRequest[] }>('household', 'requests', {}, farmer)
    expect(own).toMatchObject([{ kind: 'money', about: '低保金 2026年10月：没收到', answer: '查过了，进了旧存折，请看尾号 4455。' }])
    // Answered, and still nothing: it is said again, and asked again.
    await say(farmer, { paymentId: id, said: 'not-received' })
    expect(await wordsOf(id)).toHaveLength(2)
    expect(await findEach(cloud.db, requests, { householdId: home._id, answeredAt: null })).toHaveLength(1)
  })

  test('500 of 570 came: the amount is kept to the cent', async () => {
    const { farmer, id } = await paid()
    const line = await say(farmer, { paymentId: id, said: 'other-amount', cameFen: 50_000 })
    expect(line).toMatchObject({ told: { said: 'other-amount', cameFen: 50_000 }, state: 'credited', dueFen: 57_000 })
    expect((await asked(await civilAffairs())).map(({ about }) => about)).toContain('低保金 2026年10月：数目不对，收到 500 元')
  })

  test('a newer word takes an older back: both are kept, and the open request ends by itself', async () => {
    const { farmer, id } = await paid()
    await say(farmer, { paymentId: id, said: 'not-received' })
    const first = (await findEach(cloud.db, requests, { paymentId: id }))[0]!
    const second = await say(farmer, { paymentId: id, said: 'other-amount', cameFen: 1 })
    expect(second.asked?.answer).toBeUndefined()
    const last = await say(farmer, { paymentId: id, said: 'received' })
    expect(last.told).toMatchObject({ said: 'received' })
    expect(last.asked).toBeUndefined()
    expect((await wordsOf(id)).map(([said]) => said)).toEqual(['not-received', 'other-amount', 'received'])
    const after = await findEach(cloud.db, requests, { paymentId: id })
    expect(after.map(({ answeredBy }) => answeredBy)).toEqual(['本人', '本人'])
    expect((await asked(await civilAffairs(), false)).find(({ id: one }) => one === first._id)).toMatchObject({
      answer: '后来改了说法，按新的一件办。',
    })
  })

  test('an answer that was given meanwhile is not overwritten by taking it back', async () => {
    const { farmer, id } = await paid()
    await say(farmer, { paymentId: id, said: 'not-received' })
    const [request] = await findEach(cloud.db, requests, { paymentId: id })
    await cloud.call('supervision', 'answer', { id: request!._id, words: '明天补给您。' }, await civilAffairs())
    await say(farmer, { paymentId: id, said: 'received' })
    expect(await findEach(cloud.db, requests, { paymentId: id })).toMatchObject([{ answeredBy: '吴科员' }])
  })

  test.each([
    ['waiting, before it is expected', null, { said: 'not-received' }, '还没到该到的日子，最晚10月25日到'],
    ['refused', 'E101', { said: 'other-amount', cameFen: 1 }, '银行说这一笔没有入账'],
    ['without an amount', 'credited', { said: 'other-amount' }, '请写收到了多少元'],
    ['of nothing', 'credited', { said: 'other-amount', cameFen: 0 }, '请点“没收到”'],
    ['of what is due', 'credited', { said: 'other-amount', cameFen: 57_000 }, '请点“收到了”'],
    ['of far too much', 'credited', { said: 'other-amount', cameFen: 10_000_000_001 }, '这个数太大了'],
  ])('%s: says what to do, and nothing is kept', async (_, bank, input, words) => {
    const { farmer, id } = await paid(bank)
    await expect(say(farmer, { paymentId: id, ...input })).rejects.toThrow(words)
    expect(await wordsOf(id)).toEqual([])
  })

  test('of somebody else’s line, or of none: not found, alike; on record as refused', async () => {
    const [mine, theirs] = [await paid(), await paid()]
    for (const paymentId of [theirs.id, 'made-up']) {
      const [entry] = await recordedBy(cloud, 'household.confirmMoney', () =>
        expect(say(mine.farmer, { paymentId, said: 'received' })).rejects.toThrow('not-found: 没有找到这一笔钱'),
      )
      expect(entry).toMatchObject({ granted: false })
    }
    expect(await wordsOf(theirs.id)).toEqual([])
  })
})

describe('a relative', () => {
  const trusted = async (home: Awaited<ReturnType<typeof aHousehold>>, parts: ('money' | 'helpers')[]) => {
    const proxy = await aProxy(cloud, home.headId, { parts })
    return { proxyId: proxy._id, as: await signedIn(cloud, { proxyIds: [proxy._id] }) }
  }
  test('who sees the money may say it; it is marked so, at the desk too', async () => {
    const { home, id } = await paid()
    const { proxyId, as } = await trusted(home, ['money'])
    expect((await moneyOf(as, { proxyId })).lines[0]).not.toHaveProperty('card')
    const line = await say(as, { proxyId, paymentId: id, said: 'not-received' })
    expect(line.told).toMatchObject({ by: 'relative' })
    expect(await wordsOf(id)).toEqual([['not-received', 'relative', expect.any(String)]])
    expect((await asked(await civilAffairs())).map(({ words }) => words)).toContain('家人代说：没收到。')
  })
  test('who does not see it may neither see nor say', async () => {
    const { home, id } = await paid()
    const { proxyId, as } = await trusted(home, ['helpers'])
    await expect(moneyOf(as, { proxyId })).rejects.toThrow('sign-in')
    await expect(say(as, { proxyId, paymentId: id, said: 'received' })).rejects.toThrow('sign-in')
    await expect(moneyOf(as)).rejects.toThrow('sign-in')
  })
})

test('whoever sees the money sees what was said of it: at the door, and in the farmer’s own file and copy', async () => {
  const { home, farmer, id } = await paid()
  await say(farmer, { paymentId: id, said: 'not-received' })
  const worker = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
  const file = await cloud.call<HouseholdFile>('household', 'lookup', { token: home.token, purpose: 'verify', consent: 'self' }, worker)
  expect(file.money?.[0]?.told).toEqual({ said: 'not-received', on: '2026-10-20', by: 'own' })
  const { sections } = await cloud.call<DataCopy>('household', 'copy', {}, farmer)
  expect(sections.find(({ id: part }) => part === 'money')!.rows[0]!.value).toContain('2026-10-20 本人说没收到')
})

test('money sent again within its month is counted once, and what is said is said of the new line', async () => {
  const { home, farmer, id } = await paid('E101')
  await aPayment(cloud, home._id, { month: '2026-10', period: '2026年10月', dueFen: 57_000, bank: 'credited' })
  await update(cloud.db, payments, { householdId: home._id, _id: { $ne: id } }, { $set: { reissueOf: id } })
  const money = await moneyOf(farmer)
  expect(money.years[0]).toMatchObject({ dueFen: 57_000, cameFen: 57_000 })
  expect(money.lines.find((line) => line.id === id)).toMatchObject({ retriedIn: '2026-10', canSay: [] })
  await expect(say(farmer, { paymentId: id, said: 'received' })).rejects.toThrow('请在补发的那一笔上说')
})

test('a word that turns and turns is kept so many times a day; the last one holds, the same again is no turn', async () => {
  const { farmer, id } = await paid()
  const turn = (n: number) => say(farmer, { paymentId: id, said: n % 2 === 0 ? 'not-received' : 'received' })
  for (let n = 0; n < 6; n++) await turn(n)
  await expect(turn(6)).rejects.toThrow('今天已经说了 6 次')
  await turn(5)
  expect(await wordsOf(id)).toHaveLength(6)
  expect(await findEach(cloud.db, requests, { paymentId: id, answeredAt: null })).toEqual([])
  onlyTheClockIsFake('2026-10-21T02:00:00Z')
  await turn(6)
  expect(await wordsOf(id)).toHaveLength(7)
})

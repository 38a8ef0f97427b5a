import { schemeIdOf } from '#affairs/schemes/scheme-id'
import { keepIncome } from '#affairs/incomes/keep'
import { fen } from '#domain/money/money'
import { now } from '#kernel/call/clock'
import { randomUUID } from 'node:crypto'
import type { DataCopy, Look } from '#contract/household/farmer'
import { household } from '#contract/household/actions'
import { blindIndex, seal } from '#kernel/seal/seal'
import { insert } from '#store/db/write'
import { doctorContracts } from '#store/people/helpers'
import { dividends, payments, receipts } from '#store/money/money'
import { events } from '#store/people/register'
import { statements } from '#store/people/statements'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aProxy, aContact, anAward, aHousehold, asFarmer, helpersFor } from '../harness/people'
import { aBill, aVitalEvent } from '../harness/told'
import { aMember } from './family'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const copyOf = (as: As) => cloud.call<DataCopy>('household', 'copy', {}, as)
const common = { digest: 'd', importId: 'test', importedAt: '2026-10-12T00:00:00.000Z' }
const card = '6200000011223344556'
const phone = '16033334444'

/** A household of two of which everything is kept that can be. */
async function everythingKept() {
  const { db, keys } = cloud
  const home = await aHousehold(cloud)
  const member = await aMember(cloud, home)
  await keepIncome(
    { ...cloud, moment: now() },
    {
      ...{ householdId: home._id, from: 'home-check', ref: 'case', agency: 'civil-affairs', saidOn: '2026-10-18', evidence: '' },
      stated: { people: 2, income: { wages: fen(600_000) } },
    },
  )
  const [paid, refused] = [randomUUID(), randomUUID()]
  const payment = {
    ...common,
    personId: home.headId,
    householdId: home._id,
    forWhom: null,
    month: '2026-10' as const,
    accountName: '陈阿公',
    cardSealed: seal(keys, card),
    cardIndex: blindIndex(keys, 'card', card),
  }
  const doctor = {
    ...common,
    householdId: home._id,
    workerId: 'd',
    name: '周敏',
    clinic: '南田镇卫生院',
    signedOn: '2026-02-01' as const,
    visitsThisYear: 2,
  }
  const receipt = { ...common, householdId: home._id, month: '2026-10' as const, cardIndex: '', amountFen: fen(76200) }
  await Promise.all([
    aContact(cloud, home.headId, phone),
    aContact(cloud, member.personId, '16055556666'),
    insert(db, payments, { ...payment, _id: paid, programme: 'minimum-living', period: '2026年10月', dueFen: fen(76200) }),
    // Older than what the file shows.
    insert(db, payments, {
      ...payment,
      _id: refused,
      programme: 'resettlement',
      period: '2023年第三季度',
      month: '2023-09',
      dueFen: fen(15000),
    }),
    insert(db, receipts, {
      ...receipt,
      _id: randomUUID(),
      paymentId: paid,
      state: 'credited',
      code: '0000',
      text: '交易成功',
      postedOn: '2026-10-15',
    }),
    insert(db, receipts, {
      ...receipt,
      _id: randomUUID(),
      paymentId: refused,
      month: '2023-09',
      amountFen: fen(15000),
      state: 'failed',
      code: 'E101',
      text: '户名不符',
      postedOn: null,
    }),
    insert(db, dividends, {
      _id: randomUUID(),
      ...common,
      personId: home.headId,
      householdId: home._id,
      scheme: '飞地产业园',
      schemeId: schemeIdOf('飞地产业园'),
      year: 2026,
      principalFen: fen(800000),
      dividendFen: fen(80000),
    }),
    anAward(cloud, home._id, { personId: home.headId, forWhom: '陈**' }),
    anAward(cloud, home._id, {
      personId: member.personId,
      forWhom: '陈**',
      facts: { kind: 'disability', category: '精神', grade: '一级' },
    }),
    helpersFor(cloud, home._id, 'w'),
    insert(db, doctorContracts, { ...doctor, _id: randomUUID(), personId: home.headId, groupSealed: seal(keys, '糖尿病') }),
    insert(db, doctorContracts, { ...doctor, _id: randomUUID(), personId: member.personId, groupSealed: seal(keys, '抑郁症') }),
    insert(db, events, {
      _id: randomUUID(),
      digest: 'd',
      personId: home.headId,
      kind: 'recognised',
      on: '2020-01',
      reason: '',
      evidence: '',
      approver: '',
      importId: 'test',
    }),
    ...[home.headId, member.personId].map((personId) =>
      insert(db, statements, {
        ...common,
        ...{ _id: randomUUID(), personId, kind: 'payment-plan', agency: 'finance', sheet: '计划', row: 5, saidOn: '2026-10-12' },
        saidSealed: seal(keys, JSON.stringify({ name: personId === home.headId ? '陈阿工' : '陈女儿', phone })),
      }),
    ),
    aBill(cloud, home.headId, '白内障'),
    aBill(cloud, member.personId, '胃溃疡'),
    aVitalEvent(cloud, home.headId),
    aProxy(cloud, home.headId, { until: '2026-12-31' }),
  ])
  const farmer = await asFarmer(cloud, home)
  await cloud.call('household', 'correct', { part: 'members', words: '我女儿的名字写错了' }, farmer)
  return { home, member, farmer }
}

test('it has every section, each with its source and none of them empty', async () => {
  const { farmer } = await everythingKept()
  const { madeAt, sections } = await copyOf(farmer)
  expect(madeAt).toBe('2026-10-20T02:00:00.000Z')
  expect(sections.map(({ id }) => id)).toEqual([
    'person',
    'household',
    'money',
    'dividends',
    'awards',
    'income',
    'helpers',
    'bills',
    'said',
    'history',
    'requests',
    'proxies',
    'phones',
  ])
  for (const { title, source, rows } of sections)
    expect([title, source, rows.length > 0]).toEqual([expect.any(String), expect.stringMatching(/.{2}/), true])
})

test('it says what is kept, in words, also what is too old for the file', async () => {
  const { farmer } = await everythingKept()
  const { sections } = await copyOf(farmer)
  const rowsOf = (id: string) =>
    Object.fromEntries(sections.find((section) => section.id === id)!.rows.map(({ label, value }) => [label, value]))
  expect(rowsOf('person')).toMatchObject({ 姓名: '陈阿公', 性别: '男', 出生日期: '1946-06-15', 在册: '是', 登记的手机: '160********' })
  expect(rowsOf('household')).toMatchObject({ 类别: '低保户', 每月: '762 元', 女儿: '陈**' })
  expect(rowsOf('money')).toEqual({
    '2026年10月 低保金': '762 元，2026-10-15 到账，卡号 **** 4556',
    '2023年第三季度 移民直补': expect.stringMatching(/^150 元，没到，银行说：户名不符，卡号 \*{4} 4556$/) as string,
  })
  expect(rowsOf('dividends')).toEqual({ '2026 年 飞地产业园': '本金 8,000 元，分红 800 元' })
  expect(rowsOf('awards')).toEqual({
    '2026年第三季度 重度残疾人护理补贴': '750 元，县残疾人联合会的名册，肢体 二级',
    '2026年第三季度 重度残疾人护理补贴（给陈**）': '750 元，县残疾人联合会的名册',
  })
  expect(rowsOf('income')).toEqual({
    '2025年10月到2026年9月': expect.stringMatching(
      /^工资性收入 6,000 元，.*，合计 缺.*算不出（县民政局入户核查，2026年10月18日）$/,
    ) as string,
  })
  expect(rowsOf('said')).toEqual({
    姓名: '陈阿工（县财政局的发放计划，2026-10-12）',
    电话: '160********（县财政局的发放计划，2026-10-12）',
  })
  expect(rowsOf('bills')).toEqual({ '2026-01 到 2026-09': '总费用 57,303.87 元，个人自付 15,939.12 元，温州医院，白内障' })
  expect(rowsOf('history')).toEqual({ '2020-01 认定': '名册' })
  expect(rowsOf('requests')).toEqual({ '2026-10-20 家里人': '我女儿的名字写错了' })
  expect(rowsOf('proxies')).toEqual({ '陈小妹（女儿）': '钱、帮扶的人，到 2026-12-31' })
  expect(rowsOf('phones')).toEqual({ 浏览器: '2026-10-12 绑定' })
})

test('numbers of ID, phone and card are masked; the own diagnosis is in it, another member’s is not', async () => {
  const { home, member, farmer } = await everythingKept()
  const text = JSON.stringify(await copyOf(farmer))
  expect(text).toContain(`${home.idNumber.slice(0, 6)}************`)
  for (const secret of [
    home.idNumber,
    home.idNumber.slice(6, 14),
    member.idNumber,
    phone,
    '16055556666',
    card,
    '16000000002',
    '抑郁症',
    '精神',
    '胃溃疡',
    // What other departments say happened is nothing that anybody should learn of here.
    '死亡',
    '肺部感染',
    '陈小妹"',
    home._id,
    home.headId,
    'Sealed',
    'Index',
  ])
    expect(text).not.toContain(secret)
  expect(text).toContain('糖尿病')
})

test('another member’s copy has theirs, and not what the head asked or allowed', async () => {
  const { home, member } = await everythingKept()
  const text = JSON.stringify(await copyOf(await asFarmer(cloud, { headId: member.personId })))
  expect(text).toContain('抑郁症')
  expect(text).toContain('精神 一级')
  for (const secret of ['糖尿病', '肢体', '写错了', phone.slice(-4), home.idNumber.slice(-4)]) expect(text).not.toContain(secret)
})

test('taking it is on record, as one’s own', async () => {
  const { farmer } = await everythingKept()
  await copyOf(farmer)
  const { looks } = await cloud.call<{ looks: Look[] }>('household', 'looks', {}, farmer)
  expect(looks).toMatchObject([
    {
      kind: 'file',
      own: true,
      granted: true,
      unit: '本人',
      parts: ['money', 'dividends', 'awards', 'policies', 'helpers', 'members', 'income'],
    },
  ])
})

test('a household of which little is kept gets a copy too', async () => {
  const { sections } = await copyOf(await asFarmer(cloud, await aHousehold(cloud, { monthlyFen: null, startMonth: null })))
  expect(sections.filter(({ rows }) => rows.length === 0).map(({ id }) => id)).toEqual([
    'money',
    'dividends',
    'awards',
    'income',
    'helpers',
    'said',
    'history',
    'requests',
    'proxies',
  ])
})

test('as JSON it goes round unchanged', async () => {
  const { farmer } = await everythingKept()
  const copy = await copyOf(farmer)
  expect(household.copy.output.parse(JSON.parse(JSON.stringify(copy, null, 2)))).toEqual(copy)
})

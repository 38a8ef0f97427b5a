import type { OwnMoney } from '#contract/household/own-money'
import { fen } from '#domain/money/money'
import { findEach } from '#store/db/read'
import { batchLines } from '#store/money/batches'
import { claims } from '#store/money/claims'
import { payments } from '#store/money/money'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, asFarmer } from '../harness/people'
import { startCloud, type Cloud } from '../harness/cloud'
import { aRule, headOf } from '../ledger/plant'
import { reconcileMonths } from '../ledger/reconcile'
import { theDesk, type Desk } from './desk'

/** Dues of two months, the earlier raised after its plan was paid: drafted from the dues, to the bank, to the farmer's page. */
let cloud: Cloud
let desk: Desk
let home: Awaited<ReturnType<typeof aHousehold>>
const card = '6200000099999999990'
const draftDues = () => desk.draft({ from: 'entitlements', programmes: ['minimum-living'] })

beforeAll(async () => {
  onlyTheClockIsFake('2026-09-10T02:00:00Z')
  cloud = await startCloud()
  home = await aHousehold(cloud)
  const plan = [
    '文成县惠民惠农财政补贴资金“一卡通”发放计划表（2026年9月）',
    '编制单位：文成县财政局,编制日期：2026年9月8日',
    '乡镇,村,姓名,身份证号,开户名,卡号,项目,属期,应发金额(元)',
    `大峃镇,苔湖村,陈阿公,${home.idNumber},陈阿公,${card},低保金,2026年9月,500`,
    '',
  ]
  await cloud.importBytes('财政局_发放计划_2026年9月.csv', Buffer.from(plan.join('\r\n')))
  onlyTheClockIsFake('2026-09-16T02:00:00Z')
  const receipt = ['账号,户名,金额,结果码,结果说明,入账日期', `${card},陈阿公,500.00,0000,交易成功,20260915`, '']
  await cloud.importBytes('农商行_代发回执_20260915.csv', Buffer.from(receipt.join('\r\n')))
  await aRule(cloud, headOf(home), { period: '2026-09', month: '2026-09', dueFen: fen(57_000) })
  await aRule(cloud, headOf(home), { period: '2026-10', month: '2026-10', dueFen: fen(57_000) })
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
  desk = await theDesk(cloud)
}, 120_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

const amounts = async (batchId: string) =>
  (await findEach(cloud.db, batchLines, { batchId })).map(({ period, amountFen }) => `${period} ${amountFen}`).sort()

test('what is left of each due is a line, with its own period; cancelled, it can be drafted again', async () => {
  const first = await draftDues()
  expect(await amounts(first.row.id)).toEqual(['2026年10月 57000', '2026年9月 7000'])
  expect((await draftDues()).row.totals.lines).toBe(0)
  await desk.done(await desk.ask('cancelBatch', { id: first.row.id, words: '重新编' }, desk.as.head))
  const again = await draftDues()
  expect(again.row.totals).toEqual({ lines: 2, fen: 64_000 })
  await desk.toBank(again, '2026-10-12')
  const rows = await findEach(cloud.db, payments, { importId: `batch-${again.row.id}` })
  expect(rows.map(({ month, dueFen }) => [month, dueFen]).sort()).toEqual([
    ['2026-10', 57_000],
    ['2026-10', 7_000],
  ])
  expect((await draftDues()).row.totals.lines).toBe(0)
  onlyTheClockIsFake('2026-10-16T02:00:00Z')
  const text = ['账号,户名,金额,结果码,结果说明,入账日期']
  for (const sum of ['570.00', '70.00']) text.push(`${card},陈阿公,${sum},0000,交易成功,20261015`)
  await cloud.importBytes('农商行_代发回执_20261015.csv', Buffer.from([...text, ''].join('\r\n')))
  await desk.answered(again.row.id)
  expect((await desk.lines(again.row.id, { state: 'credited' })).rows).toHaveLength(2)
  await reconcileMonths(cloud, '2026-09', '2026-10')
  const dues = await findEach(cloud.db, claims, { householdId: home._id })
  expect(dues).toHaveLength(2)
  for (const due of dues) expect(due).toMatchObject({ dueFen: 57_000, creditedFen: 57_000, outstanding: [], surplus: [] })
  const own = await cloud.call<OwnMoney>('household', 'money', {}, await asFarmer(cloud, home))
  expect(own.lines.map(({ dueFen, state }) => `${dueFen} ${state}`).sort()).toEqual(['50000 credited', '57000 credited', '7000 credited'])
})

test('against what rules say: nothing is due, another amount is due, nothing is known; only the first two are doubted', async () => {
  onlyTheClockIsFake('2026-11-10T02:00:00Z')
  const homes = await Promise.all([0, 1, 2].map(() => aHousehold(cloud)))
  const rows = homes.map(({ idNumber }, i) => `大峃镇,苔湖村,陈阿公,${idNumber},陈阿公,620000000000${i + 100},低保金,2026年11月,500`)
  const plan = [
    '文成县惠民惠农财政补贴资金“一卡通”发放计划表（2026年11月）',
    '编制单位：文成县财政局,编制日期：2026年11月8日',
    '乡镇,村,姓名,身份证号,开户名,卡号,项目,属期,应发金额(元)',
    ...rows,
    '',
  ]
  await cloud.importBytes('财政局_发放计划_2026年11月.csv', Buffer.from(plan.join('\r\n')))
  await aRule(cloud, headOf(homes[0]!), { period: '2026-11', month: '2026-11', dueFen: fen(0) })
  await aRule(cloud, headOf(homes[1]!), { period: '2026-11', month: '2026-11', dueFen: fen(57_000) })
  const [imported] = await findEach(cloud.db, payments, { month: '2026-11' })
  const { row } = await desk.draft({ month: '2026-11', importId: imported!.importId, fundedOn: '2026-11-08' })
  const lines = await findEach(cloud.db, batchLines, { batchId: row.id })
  const ofHome = homes.map(({ _id }) =>
    lines.filter(({ householdId }) => householdId === _id).flatMap(({ flags }) => flags.filter(({ code }) => code in against)),
  )
  expect(ofHome).toEqual([
    [{ code: 'not_entitled', why: '按规则和认定的事实，这个人这一期不该领这一项。' }],
    [{ code: 'amount_not_due', why: '按规则这一期该领 570 元，一共排了 500 元。' }],
    [],
  ])
})
const against = { not_entitled: true, amount_not_due: true }

import { findEach } from '#store/db/read'
import { batchLines } from '#store/money/batches'
import { claims } from '#store/money/claims'
import { payments } from '#store/money/money'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { impossibleId } from '../harness/people'
import { startCloud, type Cloud } from '../harness/cloud'
import { reconcileMonths } from '../ledger/reconcile'
import { planOf, theDesk, type Desk } from './desk'

/** Two that cannot be drawn together, before their money goes; and a row that a newer plan dropped after its batch was approved. */
let cloud: Cloud
let desk: Desk
const [both, other] = [impossibleId(), impossibleId()]
const row = (name: string, id: string, card: string, programme: string, amount: number) =>
  `大峃镇,苔湖村,${name},${id},${name},${card},${programme},2026年10月,${amount}`
const ofBoth = [
  row('蓝阿特', both, '6200000099999999990', '特困供养金', 1356),
  row('蓝阿特', both, '6200000099999999990', '困难残疾人生活补贴', 300),
]
const ofOther = row('钟小残', other, '6200000012345678901', '困难残疾人生活补贴', 300)
const planned = (name: string, rows: string[], day = 8) =>
  cloud.importBytes(
    name,
    Buffer.from(
      [
        '文成县惠民惠农财政补贴资金“一卡通”发放计划表（2026年10月）',
        `编制单位：文成县财政局,编制日期：2026年10月${day}日`,
        '乡镇,村,姓名,身份证号,开户名,卡号,项目,属期,应发金额(元)',
        ...rows,
        '',
      ].join('\r\n'),
    ),
  )

beforeAll(async () => {
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
  cloud = await startCloud()
  await planned('财政局_发放计划_2026年10月.csv', [...ofBoth, ofOther])
  desk = await theDesk(cloud)
}, 120_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

test('of 特困 and a 残疾人补贴 for one person, the one that does not stay is doubted before approval, and nothing else', async () => {
  const draft = await desk.draft({ importId: await planOf(cloud) })
  const doubted = (await findEach(cloud.db, batchLines, { batchId: draft.row.id })).flatMap(({ flags, programme, amountFen }) =>
    flags.filter(({ code }) => code === 'excluded_together').map(({ why }) => ({ programme, amountFen, why })),
  )
  expect(doubted).toEqual([
    { programme: 'disability-living', amountFen: 30_000, why: expect.stringContaining('该领特困供养金（规定待核对）') as string },
  ])
  expect(draft.row.undecided).toBeGreaterThan(0)
  await desk.toBank(await desk.current(draft.row.id), '2026-10-12')
})

test('a row that a newer plan dropped is due no more; the frozen line is paid, and is too much', async () => {
  const [gone] = await findEach(cloud.db, payments, { dueFen: 30_000, accountName: '钟小残' })
  await planned('财政局_发放计划_2026年10月_更正.csv', ofBoth, 13)
  expect((await findEach(cloud.db, payments, { _id: gone!._id }))[0]).toMatchObject({ gone: true })
  const due = async () => {
    await reconcileMonths(cloud, '2026-10')
    return (await findEach(cloud.db, claims, { personId: gone!.personId }))[0]
  }
  expect(await due()).toMatchObject({ dueFen: 0, outstanding: [], surplus: [] })
  onlyTheClockIsFake('2026-10-16T02:00:00Z')
  const receipt = ['账号,户名,金额,结果码,结果说明,入账日期', '6200000012345678901,钟小残,300.00,0000,交易成功,20261015', '']
  await cloud.importBytes('农商行_代发回执_20261015.csv', Buffer.from(receipt.join('\r\n')))
  expect(await due()).toMatchObject({ dueFen: 0, paidFen: 30_000, outstanding: [], surplus: [{ reason: 'not-entitled', fen: 30_000 }] })
})

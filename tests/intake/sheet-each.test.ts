import { utils, write } from '@e965/xlsx'
import { numberOf } from './made'
import { understood } from './read'

type Rows = (string | number | null)[][]
const card = (n: number) => `62000000000000000${String(n).padStart(2, '0')}`
const home = ['大峃镇', '苔湖村']

/** A workbook of several sheets. */
function sheets(...parts: [name: string, rows: Rows][]): Buffer {
  const made = Object.fromEntries(parts.map(([name, rows]) => [name, utils.aoa_to_sheet(rows)]))
  return write({ SheetNames: Object.keys(made), Sheets: made }, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

describe('a sheet for each month, year or programme', () => {
  const plan = (month: string): [string, Rows] => [
    month,
    [
      ['补贴资金发放清册（2026年）'],
      ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '金额'],
      [1, ...home, '赵甲', numberOf(1), card(1), '困难残疾人生活补贴', 100],
    ],
  ]
  test('a plan: the same people are paid the same next month', async () => {
    const { taken, ...rest } = await understood('清册.xlsx', sheets(plan('9月'), plan('10月')))
    expect(rest).toMatchObject({ kind: 'payment-plan', rows: 2, accepted: 2, amountFen: 20_000, warned: [] })
    expect(taken.chunks(9)[0]!.rows).toMatchObject([{ month: '2026-09' }, { month: '2026-10' }])
  })
  test('a plan: the same month twice counts once', async () =>
    expect(await understood('清册.xlsx', sheets(plan('10月'), ['10月 (2)', plan('10月')[1]]))).toMatchObject({
      rows: 2,
      amountFen: 10_000,
    }))

  const dividends = (year: number): [string, Rows] => [
    `${year}年`,
    [
      [`${year}年度分红发放表`],
      ['序号', '乡镇', '村', '户主姓名', '身份证号', '项目名称', '入股本金', '分红金额'],
      [1, ...home, '赵甲', numberOf(1), '光伏', 10_000, 600],
    ],
  ]
  test('dividends: each sheet is of its own year', async () => {
    const { taken, ...rest } = await understood('分红.xlsx', sheets(dividends(2025), dividends(2026)))
    expect(rest).toMatchObject({ kind: 'dividend', accepted: 2, amountFen: 120_000 })
    expect(taken.chunks(9)[0]!.rows).toMatchObject([{ year: 2025 }, { year: 2026 }])
  })

  const bills = (month: number): [string, Rows] => [
    `${month}月`,
    [['2026年大额自付人员名单'], ['序号', '姓名', '身份证号', '个人自付', '医院'], [1, '赵甲', numberOf(1), 31_000, '县医院']],
  ]
  test('self-paid bills: each sheet is of its own month', async () => {
    const { taken, ...rest } = await understood('自付.xlsx', sheets(bills(8), bills(9)))
    expect(rest).toMatchObject({ kind: 'medical', accepted: 2, amountFen: 6_200_000 })
    expect(taken.chunks(9)[0]!.rows).toMatchObject([
      { span: { from: '2026-08', to: '2026-08' } },
      { span: { from: '2026-09', to: '2026-09' } },
    ])
  })

  const allowance = (name: string): [string, Rows] => [
    name,
    [
      [`2026年9月残疾人${name}发放名单`],
      ['编号', '乡镇', '村', '残疾人', '身份证号', '残疾人证', '残疾级别', '本月补贴（元）'],
      [1, ...home, '赵甲', numberOf(1), `${numberOf(1)}42`, '二级', 125],
    ],
  ]
  test('allowances: each sheet is of its own allowance', async () => {
    const { taken, ...rest } = await understood('两补.xlsx', sheets(allowance('生活补贴'), allowance('护理补贴')))
    expect(rest).toMatchObject({ kind: 'disability', accepted: 2, amountFen: 25_000 })
    expect(taken.chunks(9)[0]!.rows).toMatchObject([{ programme: 'disability-living' }, { programme: 'disability-care' }])
  })
})

import { encode } from 'iconv-lite'
import { utils, write } from '@e965/xlsx'
import { countedBills } from '#domain/money/medical'
import { blindIndex, open } from '#kernel/seal/seal'
import { find, findEach } from '#store/db/read'
import { medicalBills } from '#store/people/medical'
import { persons } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, workbook } from './made'
import { understood } from './read'
import { fileOf, findings } from './truth'

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()), 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

const csv = (rows: (string | number)[][]) => Buffer.from(rows.map((row) => row.join(',')).join('\r\n'))
const bills = async () =>
  (await findEach(cloud.db, medicalBills, {}))
    .map(({ from, to, totalFen, selfPaidFen }) => `${from} ${to} ${totalFen} ${selfPaidFen}`)
    .sort()

describe('the fixture of health insurance', () => {
  test('by household and by person it comes to what its truth says, whether the register came first or later', async () => {
    for (const order of [
      [1, 12],
      [12, 1],
    ]) {
      await cloud.empty()
      for (const n of order) await cloud.importFile(fileOf(n).path)
      const all = await findEach(cloud.db, medicalBills, {})
      expect(all.reduce((sum, { selfPaidFen }) => sum + selfPaidFen, 0)).toBe(fileOf(12).amounts.self_paid!.sum_fen_accepted)
      expect(all.reduce((sum, { totalFen }) => sum + totalFen!, 0)).toBe(fileOf(12).amounts.total_cost!.sum_fen_accepted)
      expect(new Set(all.map(({ from, to, agency }) => `${from} ${to} ${agency}`))).toEqual(new Set(['2026-01 2026-09 medical-insurance']))

      const paidBy = new Map<string, number>()
      for (const { householdId, personId, selfPaidFen } of all)
        paidBy.set(householdId ?? personId, (paidBy.get(householdId ?? personId) ?? 0) + selfPaidFen)
      const over = new Set([...paidBy].filter(([, fen]) => fen > 3_000_000).map(([id]) => id))
      const expected = await Promise.all(
        [...findings('household_self_paid_over_30000'), ...findings('new_poverty_risk')].map(async ({ id }) => {
          const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', id!) })
          return person!.householdId ?? person!._id
        }),
      )
      expect(over).toEqual(new Set(expected))
    }
  }, 60_000)
})

describe('lists with other headings', () => {
  test('two-level headings, another order, 万元 in the title, illness and hospital, a sheet per town, GB18030', async () => {
    const sheet = (n: number) =>
      utils.aoa_to_sheet([
        ['2026年第三季度高额医疗费用人员（单位：万元）'],
        ['患者', '', '', '费用情况', '', '', ''],
        ['病种', '公民身份号码', '患者姓名', '就诊医院', '医疗费用总额', '医保基金支付', '个人负担金额'],
        ['恶性肿瘤', numberOf(n), `户${n}`, '温州医院', 12.5, 10, 2.5],
        ['合计', '', '', '', 12.5, 10, 2.5],
      ])
    const book = write(
      { SheetNames: ['大峃镇', '南田镇'], Sheets: { 大峃镇: sheet(1), 南田镇: sheet(2) } },
      { type: 'buffer', bookType: 'xlsx' },
    ) as Buffer
    expect(await cloud.importBytes('医保局.xlsx', book)).toMatchObject({
      kind: 'medical',
      rows: 2,
      accepted: 2,
      warned: 0,
      amountFen: 5_000_000,
    })
    expect(await bills()).toEqual(['2026-07 2026-09 12500000 2500000', '2026-07 2026-09 12500000 2500000'])
    const [bill] = await find(cloud.db, medicalBills, {})
    expect(JSON.stringify(bill)).not.toMatch(/肿瘤|医院/)
    expect([open(cloud.keys, bill!.diagnosisSealed!), open(cloud.keys, bill!.hospitalSealed!)]).toEqual(['恶性肿瘤', '温州医院'])
    expect(bill).toMatchObject({ basicFen: 10_000_000, criticalFen: null, uncoveredFen: null })

    await cloud.empty()
    const text = ['姓名|身份证号码|自付费用（元）|总费用（元）|结算日期', `户1|${numberOf(1)}|"1,234.50"|2000|2026-08-15`]
      .join('\n')
      .replaceAll('|', ',')
    expect(await cloud.importBytes('名单.csv', encode(text, 'gb18030'))).toMatchObject({ accepted: 1, amountFen: 123_450 })
    expect(await bills()).toEqual(['2026-08 2026-08 200000 123450'])
  })

  test('自付 and 自费 apart, and whichever of them makes the total: only the row that is off is remarked on', async () => {
    const row = (n: number, total: number) => [`户${n}`, numberOf(n), total, 600, 300, 100]
    const rows = [
      ['姓名', '身份证号', '医疗总费用', '统筹支付', '个人自付', '自费'],
      row(1, 1000),
      row(2, 1000),
      row(3, 1000),
      row(4, 1200),
    ]
    expect((await understood('2026年1-9月.csv', csv(rows))).warned).toEqual(['(csv) 5 parts_do_not_add_up'])
    const within = [['姓名', '身份证号', '医疗总费用', '统筹支付', '个人自付', '自费'], row(1, 900), row(2, 900), row(3, 1000)]
    expect((await understood('2026年1-9月.csv', csv(within))).warned).toEqual(['(csv) 4 parts_do_not_add_up'])
  })

  test('a list that does not show all parts is not doubted row by row', async () => {
    const rows = [
      ['姓名', '身份证号', '总费用', '统筹支付', '个人自付'],
      ...[1, 2, 3].map((n) => [`户${n}`, numberOf(n), 1000 * n, 300, 100]),
      ['户4', numberOf(4), 100, 0, 300],
    ]
    expect((await understood('2026年1-9月.csv', csv(rows))).warned).toEqual(['(csv) 5 self_more_than_total'])
  })

  test('an amount that cannot be read, is blank, or stands for other months goes back or says so; 0.00 is an amount', async () => {
    const rows = [
      ['姓名', '身份证号', '总费用', '个人自付', '就诊次数'],
      ['户1', numberOf(1), 100, '约三万', 1],
      ['户2', numberOf(2), 100, '', 1],
      ['户3', numberOf(3), 100, '0.00', '多次'],
      ['户4', numberOf(4), '不详', 10, 1],
      ['户5', numberOf(5), '', 10, ''],
    ]
    const result = await understood('2026年1-9月.csv', csv(rows))
    expect(result.refused).toEqual(['(csv) 2 amount_not_a_number', '(csv) 3 amount_missing', '(csv) 5 amount_not_a_number'])
    expect([result.accepted, result.amountFen, result.warned]).toEqual([2, 1000, ['(csv) 4 number_unreadable']])
  })

  test('without months nobody knows what to compare: every row goes back, and says what to write', async () => {
    const rows = [
      ['姓名', '身份证号', '个人自付'],
      ['户1', numberOf(1), 100],
    ]
    expect((await understood('名单.csv', csv(rows))).refused).toEqual(['(csv) 2 period_unknown'])
  })

  test('without the column of what people paid the file is refused, and the column named', async () => {
    const rows = [
      ['姓名', '身份证号', '乡镇', '村', '就诊次数', '总费用', '统筹基金支付'],
      ['户1', numberOf(1), '大峃镇', '苔湖村', 3, 1000, 100],
    ]
    const result = await cloud.importBytes('医保局_2026年1-9月.csv', csv(rows))
    expect([result.rows, result.refused]).toEqual([0, expect.stringMatching(/最像大额自付人员名单，但没有找到“个人自付”/)])
    expect(await bills()).toEqual([])
  })
})

describe('a corrected list', () => {
  const list = (rows: [n: number, yuan: number][], title: string) =>
    workbook([[title], ['姓名', '身份证号', '个人自付'], ...rows.map(([n, yuan]) => [`户${n}`, numberOf(n), yuan])])

  test('of the same agency and months takes the earlier one’s place; a longer list stands beside it, and is counted once', async () => {
    await cloud.importBytes(
      'a.xlsx',
      list(
        [
          [1, 100],
          [2, 200],
          [3, 300],
        ],
        '医保局大额自付人员名单（2026年1-8月）',
      ),
    )
    const result = await cloud.importBytes(
      'b.xlsx',
      list(
        [
          [1, 150],
          [2, 200],
        ],
        '医保局大额自付人员名单（2026年1-8月）更正',
      ),
    )
    expect(result).toMatchObject({ versions: [{ scope: '2026-01~2026-08', removed: 1, changed: 1, beforeFen: 60000, afterFen: 35000 }] })
    expect(await bills()).toEqual(['2026-01 2026-08 null 15000', '2026-01 2026-08 null 20000'])

    expect(await cloud.importBytes('c.xlsx', list([[1, 170]], '医保局大额自付人员名单（2026年1-9月）'))).not.toHaveProperty('versions')
    const { counted, overlapping } = countedBills(await findEach(cloud.db, medicalBills, {}))
    expect([counted.map(({ selfPaidFen }) => selfPaidFen as number).sort(), overlapping]).toEqual([[17000, 20000], []])
  })

  test('two visits of one person are two bills; one copied line counts once', async () => {
    const rows = [
      ['姓名', '身份证号', '就诊日期', '个人自付'],
      ['户1', numberOf(1), '2026-08-01', 100],
      ['户1', numberOf(1), '2026-08-20', 100],
      ['户1', numberOf(1), '2026-08-20', 100],
    ]
    expect(await cloud.importBytes('医保局.csv', csv(rows))).toMatchObject({ accepted: 3, warned: 1, amountFen: 20000 })
    expect(await bills()).toEqual(['2026-08 2026-08 null 10000', '2026-08 2026-08 null 10000'])
  })
})

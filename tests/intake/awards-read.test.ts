import { encode } from 'iconv-lite'
import type { AwardRow } from '#affairs/intake/writing/award-rows'
import { utils, write } from '@e965/xlsx'
import { numberOf, workbook } from './made'
import { understood } from './read'

type Rows = (string | number | null)[][]

/** A list as a department would send it, read up to the first write. */
async function read(name: string, rows: Rows | Record<string, Rows>, merges: string[] = []) {
  const bytes = Array.isArray(rows) ? workbook(rows, { merges }) : sheetsOf(rows)
  const { taken, kind, accepted, amountFen, refused, warned, columns } = await understood(name, bytes)
  const awards = taken.chunks(1000).flatMap(({ rows: some }) => some as AwardRow[])
  return { kind, accepted, amountFen, refused, warned, columns, awards, reasons: taken.rows.flatMap(({ faults }) => faults) }
}

const sheetsOf = (sheets: Record<string, Rows>): Buffer =>
  write(
    {
      SheetNames: Object.keys(sheets),
      Sheets: Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, utils.aoa_to_sheet(rows)])),
    },
    { type: 'buffer', bookType: 'xlsx' },
  ) as Buffer

const told = ({ awards }: { awards: AwardRow[] }) => awards.map(({ name, called, period, amountFen }) => [name, called, period, amountFen])

describe('残疾人两项补贴 in the words of other counties', () => {
  test('groups of columns, one for each allowance, names and numbers of guardians beside', async () => {
    const rows: Rows = [
      ['困难残疾人生活补贴和重度残疾人护理补贴发放花名册（2026年7-9月）'],
      ['序号', '残疾人信息', null, null, null, '监护人', null, '困难残疾人生活补贴', null, null, '重度残疾人护理补贴', null, null, '合计'],
      [
        null,
        '身份证号码',
        '姓名',
        '残疾人证号',
        '残疾类别及等级',
        '姓名',
        '身份证号码',
        '标准',
        '月数',
        '金额',
        '标准',
        '月数',
        '金额',
        null,
      ],
      [1, numberOf(1), '赵甲', `${numberOf(1)}42`, '肢体二级', '钱乙', numberOf(2), 350, 3, 1050, 250, 3, 750, 1800],
      [2, numberOf(3), '孙丙', `${numberOf(3)}13`, '视力三级', null, null, 350, 3, 1050, null, null, null, 1050],
      ['合计', null, null, null, null, null, null, null, null, 2100, null, null, 750, 2850],
    ]
    const list = await read('两项补贴.xlsx', rows, ['B2:E2', 'F2:G2', 'H2:J2', 'K2:M2', 'A2:A3', 'N2:N3'])
    expect(list).toMatchObject({ kind: 'disability', accepted: 2, amountFen: 285_000, refused: [], warned: [] })
    expect(told(list)).toEqual([
      ['赵甲', '困难残疾人生活补贴', '2026-Q3', 105_000],
      ['赵甲', '重度残疾人护理补贴', '2026-Q3', 75_000],
      ['孙丙', '困难残疾人生活补贴', '2026-Q3', 105_000],
    ])
    expect(list.awards[0]!.facts).toMatchObject({ category: '肢体', grade: '二级', certificate: `${numberOf(1)}42` })
  })

  test('one amount and a column that says which allowance; money first, the name last; a month in the title', async () => {
    const list = await read('残联.xlsx', [
      ['XX县残疾人补贴发放明细表（2026年10月）'],
      ['补贴金额（元）', '补贴类型', '残疾等级', '身份证件号码', '补贴对象姓名'],
      ['500.00', '重残护理补贴', '壹级', numberOf(1), '赵甲'],
      ['350.00', '困残生活补贴', '3', numberOf(2), '钱乙'],
      ['350.00', '其他补贴', '3', numberOf(3), '孙丙'],
    ])
    expect(list).toMatchObject({ kind: 'disability', accepted: 2, amountFen: 85_000, refused: ['Sheet1 5 allowance_unknown'] })
    expect(told(list)).toEqual([
      ['赵甲', '重度残疾人护理补贴', '2026-10', 50_000],
      ['钱乙', '困难残疾人生活补贴', '2026-10', 35_000],
    ])
    expect(list.awards.map(({ facts }) => facts)).toMatchObject([{ grade: '一级' }, { grade: '三级' }])
  })

  test('a list of one allowance says so in its title, and needs no column for it', async () => {
    const list = await read('残联.xlsx', [
      ['2026年第四季度重度残疾人护理补贴发放表'],
      ['姓名', '身份证号', '残疾证号', '发放金额'],
      ['赵甲', numberOf(1), '', 750],
    ])
    expect(told(list)).toEqual([['赵甲', '重度残疾人护理补贴', '2026-Q4', 75_000]])
  })

  test('columns of what is paid a month count times the months where the total shows it; where nothing does, the row goes back', async () => {
    const headings = ['姓名', '身份证号', '残疾等级', '困难残疾人生活补贴(元/月)', '重度残疾人护理补贴(元/月)', '发放月数', '合计(元)']
    const title = ['2026年第三季度残疾人两项补贴发放表']
    const list = await read('残联.xlsx', [
      title,
      headings,
      ['赵甲', numberOf(1), '二级', 350, 250, 3, 1800],
      ['钱乙', numberOf(2), '二级', 350, null, 3, null],
      ['孙丙', numberOf(3), '二级', 350, 250, 3, 600],
    ])
    expect(list).toMatchObject({ accepted: 2, amountFen: 240_000, refused: ['Sheet1 4 amount_a_month'] })
    const month = await read('残联.xlsx', [['2026年10月残疾人两项补贴'], headings.slice(0, 5), ['赵甲', numberOf(1), '二级', 350, 250]])
    expect(told(month).map(([, , period, fen]) => [period, fen])).toEqual([
      ['2026-10', 35_000],
      ['2026-10', 25_000],
    ])
  })

  test('a total that the parts do not make, and a certificate of somebody else, are remarked on; a 0 is no allowance', async () => {
    const list = await read('残联.xlsx', [
      ['2026年10月残疾人两项补贴'],
      ['姓名', '身份证号', '残疾证号', '困残补贴', '重残补贴', '小计'],
      ['赵甲', numberOf(1), `${numberOf(2)}42`, 350, 0, 400],
    ])
    expect(list.warned).toEqual(['Sheet1 3 parts_do_not_add_up', 'Sheet1 3 disability_cert_not_from_id'])
    expect(told(list)).toEqual([['赵甲', '困难残疾人生活补贴', '2026-10', 35_000]])
  })

  test('a certificate that a spreadsheet took for a number is not kept, and said', async () => {
    const list = await read('残联.xlsx', [
      ['2026年10月残疾人两项补贴'],
      ['姓名', '身份证号', '残疾证号', '困残补贴'],
      ['赵甲', numberOf(1), Number(`${numberOf(1).slice(0, 15)}00042`), 350],
    ])
    expect(list).toMatchObject({ accepted: 1, warned: ['Sheet1 3 disability_cert_precision_lost'] })
    expect(list.awards[0]!.facts).not.toHaveProperty('certificate')
  })

  test('without a column of money it is refused, with the headings that stand there', async () => {
    const rows: Rows = [
      ['2026年第三季度残疾人两项补贴发放表'],
      ['姓名', '身份证号', '残疾证号', '残疾等级', '打到卡上的钱'],
      ['赵甲', numberOf(1), '', '二级', 750],
    ]
    await expect(read('残联.xlsx', rows)).rejects.toThrow(/一行也没有导入。最像残疾人两项补贴发放表，但没有找到.*打到卡上的钱/)
  })

  test('of one that names no period nothing is guessed', async () => {
    const rows: Rows = [
      ['残疾人两项补贴发放表', '填报日期：2026年9月28日'],
      ['姓名', '身份证号', '残疾等级', '护理补贴'],
      ['赵甲', numberOf(1), '二级', 750],
    ]
    await expect(read('残联_20260928.xlsx', rows)).rejects.toThrow('没有看出这份残疾人两项补贴发放表是哪一期的')
  })

  test('sheets for months of one quarter', async () => {
    const sheet = (id: string): Rows => [
      ['2026年第三季度残疾人两项补贴'],
      ['姓名', '身份证号', '残疾等级', '护理补贴'],
      ['赵甲', id, '二级', 250],
    ]
    const list = await read('残联.xlsx', { '7月': sheet(numberOf(1)), '8月': sheet(numberOf(1)), '9月': sheet(numberOf(1)) })
    expect(list.awards.map(({ period }) => period)).toEqual(['2026-07', '2026-08', '2026-09'])
    await expect(read('残联.xlsx', { '7月': sheet(numberOf(1)), '10月': sheet(numberOf(1)) })).rejects.toThrow('表名写的是2026年10月')
  })
})

describe('耕地地力保护补贴 in the words of other counties', () => {
  test('万元, a note of the unit, areas of two sorts, groups', async () => {
    const rows: Rows = [
      ['2026年度农业支持保护补贴（耕地地力保护）发放清册'],
      ['金额单位：万元'],
      ['村组', null, '农户', null, '耕地面积（亩）', null, '补贴标准（元/亩）', '应补资金', '开户银行', '账号'],
      ['行政村', '小组', '身份证号', '姓名', '确权面积', '补贴面积', null, null, null, null],
      ['苔湖村', '一组', numberOf(1), '赵甲', 5.2, 5, 118, 0.059, '农商行', '6200000011223344556'],
      ['苔湖村', '二组', numberOf(2), '钱乙', 3, 3, 118, 0.0354, '农商行', '6200000011223344557'],
    ]
    const list = await read('地力补贴.xlsx', rows, ['A3:B3', 'C3:D3', 'E3:F3', 'G3:G4', 'H3:H4', 'I3:I4', 'J3:J4'])
    expect(list).toMatchObject({ kind: 'farmland', accepted: 2, amountFen: 94_400, refused: [], warned: [], columns: [] })
    expect(list.awards[0]).toMatchObject({
      period: '2026',
      amountFen: 59_000,
      facts: { areaMu: 5, contractedMu: 5.2, priceFen: 11_800, card: '6200000011223344556' },
    })
  })

  test('as GB18030 text with an amount in each unit that a cell may name', async () => {
    const text = [
      '2026年6月耕地地力保护补贴兑付表',
      '补贴金额,承包户,公民身份号码,核定面积,亩均补贴',
      `"1,180.00元",赵甲,\t${numberOf(1)},10亩,118元`,
      `0.0118万元,蓝㛃,${numberOf(2)},1,118`,
      `拾元,孙丙,${numberOf(3)},1,118`,
    ].join('\r\n')
    const { taken, kind, refused, warned, amountFen } = await understood('农业局.csv', encode(text, 'gb18030'))
    expect({ kind, refused, warned, amountFen }).toEqual({
      kind: 'farmland',
      refused: ['(csv) 5 amount_not_a_number'],
      warned: [],
      amountFen: 129_800,
    })
    const rows = taken.chunks(9).flatMap((chunk) => chunk.rows as AwardRow[])
    // Paid in June, it is the year's.
    expect(rows.map(({ name, period }) => [name, period])).toEqual([
      ['赵甲', '2026'],
      ['蓝㛃', '2026'],
    ])
  })

  test('area × price that is not the amount is remarked on, rounding to whole yuan is not; hectares count fifteen 亩', async () => {
    const list = await read('耕地地力保护补贴_2026年.xlsx', [
      ['姓名', '身份证号', '面积（公顷）', '单价', '金额'],
      ['赵甲', numberOf(1), 1, 118, 1770],
      ['钱乙', numberOf(2), 0.333, 118, 589],
      ['孙丙', numberOf(3), 0.2, 118, 454],
    ])
    expect(list.warned).toEqual(['Sheet1 4 area_x_price_not_amount'])
    expect(list.awards[0]!.facts).toMatchObject({ areaMu: 15 })
  })

  test('without a column of money it is refused: what is paid for one 亩 is no amount', async () => {
    const rows: Rows = [
      ['2026年耕地地力保护补贴清册'],
      ['姓名', '身份证号', '村', '补贴面积(亩)', '补贴(元/亩)'],
      ['赵甲', numberOf(1), '苔湖村', 5, 118],
    ]
    await expect(read('农业局.xlsx', rows)).rejects.toThrow(/最像耕地地力保护补贴清册，但没有找到“补贴金额”/)
  })
})

describe('助学补助 in the words of other counties', () => {
  test('a school year and a term in columns, the household’s names beside the pupil’s, the project in the title', async () => {
    const list = await read('教育.xlsx', [
      ['雨露计划补助资金发放花名册'],
      ['学年', '学期', '户主姓名', '户主身份证号', '与户主关系', '学生姓名', '身份证号', '院校名称', '专业', '所在年级', '发放金额（元）'],
      ['2026-2027学年', '第一学期', '赵父', numberOf(9), '子', '赵甲', numberOf(1, '20050101'), '温州职院', '护理', '一年级', 1500],
      ['2025-2026学年', '第二学期', '钱父', numberOf(8), '女', '钱乙', numberOf(2, '20050101'), '温州职院', '护理', '二年级', 1500],
      ['去年', '', '孙父', numberOf(7), '女', '孙丙', numberOf(3, '20050101'), '温州职院', '护理', '二年级', 1500],
    ])
    expect(list).toMatchObject({ kind: 'schooling', accepted: 2, refused: ['Sheet1 5 list_period_unknown'], columns: [] })
    expect(told(list)).toEqual([
      ['赵甲', '雨露计划', '2026-autumn', 150_000],
      ['钱乙', '雨露计划', '2026-spring', 150_000],
    ])
    expect(list.awards[0]!.facts).toEqual({ kind: 'schooling', school: '温州职院', grade: '一年级', subject: '护理', guardian: '赵父' })
  })

  test('two kinds of aid of one pupil are two; an unknown one is kept by its name and remarked on', async () => {
    const list = await read('教育.xlsx', [
      ['2026年秋季学期'],
      ['项目名称', '受助学生', '证件号码', '学校', '金额'],
      ['雨露计划', '赵甲', numberOf(1), '大峃小学', 1500],
      ['义务教育生活补助', '赵甲', numberOf(1), '大峃小学', 500],
      ['春蕾助学', '赵甲', numberOf(1), '大峃小学', 300],
    ])
    expect(list.warned).toEqual(['Sheet1 5 programme_unknown'])
    expect(list.awards.map(({ programme, called }) => [programme, called])).toEqual([
      ['student-aid', '雨露计划'],
      ['student-aid', '义务教育生活补助'],
      ['春蕾助学', '春蕾助学'],
    ])
  })

  test('a number that a spreadsheet took goes back, with what to do', async () => {
    const list = await read('教育.xlsx', [
      ['2026年秋季雨露计划'],
      ['学生姓名', '学生身份证号', '学校', '补助金额'],
      ['赵甲', Number(numberOf(1).slice(0, 17) + '0'), '大峃小学', 1500],
    ])
    expect(list.refused).toEqual(['Sheet1 3 id_precision_lost'])
    expect(list.reasons[0]!.reason).toMatch(/后几位已经丢失.*文本.*重新填写/)
  })

  test('without a column of money nothing is taken in: what is paid a month is no amount unless somebody says so', async () => {
    const rows: Rows = [
      ['2026年秋季雨露计划'],
      ['学生姓名', '学生身份证号', '学校', '年级', '补助(元/月)'],
      ['赵甲', numberOf(1), '大峃小学', '一年级', 150],
    ]
    await expect(read('教育.xlsx', rows)).rejects.toThrow(/一行也没有导入：.*“补助\(元\/月\)”（150）是不是“补助金额”/)
  })
})

describe('what is no such list stays what it is', () => {
  const pay: Rows = [
    ['序号', '姓名', '身份证号', '卡号', '补贴项目', '应发金额'],
    [1, '赵甲', numberOf(1), '6200000011223344556', '耕地地力保护补贴', 590],
  ]
  test.each([
    ['2026年10月耕地地力保护补贴一卡通发放计划', pay],
    ['2026年10月残疾人两项补贴发放计划', pay],
    ['2026年10月雨露计划助学补助一卡通发放表', pay],
  ])('%s', async (title, rows) =>
    expect(await understood(`${title}.xlsx`, workbook([[title], ...rows]))).toMatchObject({ kind: 'payment-plan', accepted: 1 }),
  )
})

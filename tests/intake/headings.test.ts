import { numberOf, workbook } from './made'
import { understood } from './read'

type Rows = (string | number | null)[][]
const read = (rows: Rows, { name = '文件.xlsx', sheet = '表', merges = [] as string[] } = {}) =>
  understood(name, workbook(rows, { sheet, merges }))
const card = (n: number) => `62000000000000000${String(n).padStart(2, '0')}`
const planHeadings = ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '金额']
const planRow = (n: number, amount: string | number | null = 100): (string | number | null)[] => [
  n,
  '大峃镇',
  '苔湖村',
  '赵甲',
  numberOf(n),
  card(n),
  '低保金',
  amount,
]
const plan = (amountHeading: string, rows: Rows = [planRow(1)], before: Rows = [['发放计划（2026年10月）']], after: Rows = []) =>
  read([...before, [...planHeadings.slice(0, -1), amountHeading], ...rows, ...after])

describe('the unit of an amount is read wherever a department writes it', () => {
  test.each<[string, number]>([
    ['应发金额(分)', 100],
    ['应发金额（百元）', 1_000_000],
    ['金额[千元]', 10_000_000],
    ['应发金额【人民币元】', 10_000],
    ['应发金额〔单位：分〕', 100],
    ['金额/分', 100],
    ['应发金额（人民币：角）', 1000],
    ['应发金额(单位:元)（必填）', 10_000],
    ['补贴金额元', 10_000],
  ])('heading %s', async (heading, fen) => expect(await plan(heading)).toMatchObject({ accepted: 1, amountFen: fen }))

  test.each<[string, Rows, Rows, number]>([
    ['a note above', [['发放计划（2026年10月）'], ['编制单位：某某局', null, '单位：分']], [], 100],
    ['the first line', [['2026年10月发放计划', '总笔数', '1', '总金额（分）', '100']], [], 100],
    ['the title', [['2026年10月发放计划（单位：百元）']], [], 1_000_000],
    ['a sentence', [['2026年10月发放计划'], ['说明：本表金额以千元为单位']], [], 10_000_000],
    ['a trailer', [['2026年10月发放计划']], [['合计', null, null, null, null, null, null, 100], ['注：金额单位为分']], 100],
    ['a summary below', [['2026年10月发放计划']], [['END', '成功笔数', '1', '成功金额(分)', '100']], 100],
    ['nowhere: 元', [['2026年10月发放计划']], [['制表人：某某']], 10_000],
  ])('%s', async (_, before, after, fen) =>
    expect(await plan('金额', [planRow(1)], before, after)).toMatchObject({ rows: 1, accepted: 1, amountFen: fen }),
  )

  test('the name of the sheet', async () =>
    expect(await read([['2026年10月发放计划'], planHeadings, planRow(1)], { sheet: '10月（分）' })).toMatchObject({ amountFen: 100 }))
  test('the heading above a group', async () => {
    const rows: Rows = [
      ['2026年10月发放计划'],
      ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '发放情况（百元）', null],
      [null, null, null, null, null, null, null, '金额', '备注'],
      [...planRow(1, 2), null],
    ]
    expect(await read(rows, { merges: ['H2:I2'] })).toMatchObject({ accepted: 1, amountFen: 20_000 })
  })
  test('two that differ are not guessed between', () =>
    expect(plan('金额', [planRow(1)], [['2026年10月发放计划', '单位：元']], [['金额单位：分']])).rejects.toThrow(
      /单位写了“元”，又写了“分”.*。$/,
    ))
  test('a unit beside the number wins', async () =>
    expect(await plan('金额(万元)', [planRow(1, '350元'), planRow(2, '12000分'), planRow(3, 0.01)])).toMatchObject({
      amountFen: 35_000 + 12_000 + 10_000,
    }))
})

describe('headings in the words of other counties', () => {
  test.each<[string, string[]]>([
    ['a plan', ['序号', '所属街', '村（居）', '发放对象', '身份证件号', '银行帐号', '补贴类型', '实发金额']],
    ['a plan', ['序号', '镇(街道)', '行政村', '享受人姓名', '居民身份证号码', '社会保障卡卡号', '补贴名称', '本次发放金额（元）']],
    [
      'a plan',
      ['1.序号', '2.乡镇/街道', '3.村/社区', '4.姓名*', '5.公民身份证号码*', '6.一卡通账号*', '7.补贴项目名称*', '8.补贴金额（元）*'],
    ],
    ['a plan', ['编号', '乡镇（街道）', '村 （社区）', '补助对象姓名', '证件号码（必填）', '账（卡）号', '资金名称', '拨付金额：元']],
    ['a plan', ['No.', '镇乡', '村组', '姓  名', '身份证 号码', '开户银行卡号', '补贴种类', '应补金额(元)【必填】']],
  ])('%s: %j', async (_, headings) =>
    expect(await read([['惠农补贴 2026年10月'], headings, planRow(1), planRow(2, '200.50')])).toMatchObject({
      kind: 'payment-plan',
      rows: 2,
      accepted: 2,
      amountFen: 30_050,
      columns: [],
    }),
  )

  test.each<[string[]]>([
    [['流水号', '收款账号', '收款户名', '实发金额', '处理状态', '失败原因', '打款日期']],
    [['序号', '银行帐号', '客户姓名', '交易金额(元)', '交易状态', '返回信息', '记账日期']],
    [['明细序号', '卡号', '户名', '入账金额', '发放结果', '结果描述', '到账时间']],
  ])('a receipt: %j', async (headings) =>
    expect(
      await read([headings, [1, card(1), '赵甲', 100, '成功', null, '2026-10-15'], [2, card(2), '钱乙', 50, '失败', '账号不存在', null]], {
        name: '回执_20261015.xlsx',
      }),
    ).toMatchObject({ kind: 'bank-receipt', rows: 2, accepted: 2, amountFen: 15_000, columns: [] }),
  )

  test.each([
    ['户月保障金额（元）'],
    ['低保金额'],
    ['发放金额'],
    ['月补差额'],
    ['月保障金额(元/月)'],
    ['每月救助金额'],
    ['家庭月补助金'],
    ['核定月保障金'],
    ['户补差金额'],
    ['月供养金'],
    ['应发补助金额'],
  ])('a register’s amounts headed %s', async (heading) =>
    expect(
      await read(
        [
          ['低保对象花名册'],
          [
            '序号',
            '所属乡镇',
            '所在村',
            '申请人姓名',
            '申请人身份证件号',
            '保障人口',
            '家庭成员姓名',
            '与申请人关系',
            '身份证件号码',
            '保障类型',
            heading,
          ],
          [1, '大峃镇', '苔湖村', '赵甲', numberOf(1), 1, '赵甲', '本人', numberOf(1), '低保', 699.5],
        ],
        { name: '名册_20261010.xlsx' },
      ),
    ).toMatchObject({ kind: 'register', accepted: 1, amountFen: 69_950, columns: [] }),
  )

  test('a pairing, with the helper’s and the household’s columns in groups', async () => {
    const rows: Rows = [
      ['结对帮扶台账'],
      ['序号', '乡镇', '村', '帮扶干部信息', null, null, null, '农户信息', null, '最近一次走访时间'],
      [null, null, null, '姓名', '工作单位', '职务', '手机号', '姓名', '身份证号', null],
      [1, '大峃镇', '苔湖村', '郑某', '县供销社', '科员', '16000000001', '赵甲', numberOf(1), '2026/10/8 9:05'],
    ]
    const { taken, ...rest } = await read(rows, {
      name: '结对_截至20261020.xlsx',
      merges: ['D2:G2', 'H2:I2', 'A2:A3', 'B2:B3', 'C2:C3', 'J2:J3'],
    })
    expect(rest).toMatchObject({ kind: 'pairing', accepted: 1, warned: [], columns: [] })
    expect((['head_name', 'id', 'helper', 'helper_mobile'] as never[]).map((key) => taken.rows[0]!.text(key))).toEqual([
      '赵甲',
      numberOf(1),
      '郑某',
      '16000000001',
    ])
  })

  test.each([['帮扶人手机号'], ['结对干部电话'], ['责任人联系电话']])('a helper’s phone headed %s', async (heading) =>
    expect(
      await read([
        ['序号', '乡镇', '村', '户主', '户主身份证', '结对单位', '结对干部', heading],
        [1, '大峃镇', '苔湖村', '赵甲', numberOf(1), '县供销社', '郑某', '16000000001'],
      ]),
    ).toMatchObject({ kind: 'pairing', accepted: 1, columns: [] }),
  )

  test('a doctor’s phone and team', async () =>
    expect(
      await read([
        ['序号', '乡镇', '村', '姓名', '身份证号', '签约机构', '家庭医生', '医生电话', '签约团队'],
        [1, '大峃镇', '苔湖村', '赵甲', numberOf(1), '大峃卫生院', '叶医生', '16000000001', '第三团队'],
      ]),
    ).toMatchObject({ kind: 'doctor', accepted: 1, columns: ['签约团队'] }))
})

describe('groups of headings with the same words', () => {
  const headings = (applicantFirst: boolean): Rows => {
    const [applicant, member] = [
      ['姓名', '身份证号'],
      ['姓名', '身份证号', '与申请人关系'],
    ]
    return applicantFirst
      ? [
          ['名册'],
          ['编号', '申请人', null, '家庭成员', null, null, '救助类别', '月保障金额', '乡镇', '村'],
          [null, ...applicant, ...member, null, null, null, null],
        ]
      : [
          ['名册'],
          ['编号', '家庭成员', null, null, '申请人', null, '救助类别', '月保障金额', '乡镇', '村'],
          [null, ...member, ...applicant, null, null, null, null],
        ]
  }
  test.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('applicant first %s, merged %s: each member under their own name', async (applicantFirst, isMerged) => {
    const [applicant, member] = [
      ['赵甲', numberOf(1)],
      ['钱乙', numberOf(2), '配偶'],
    ]
    const row = applicantFirst ? [1, ...applicant, ...member] : [1, ...member, ...applicant]
    const merges = !isMerged
      ? []
      : ['A2:A3', 'G2:G3', 'H2:H3', 'I2:I3', 'J2:J3', ...(applicantFirst ? ['B2:C2', 'D2:F2'] : ['B2:D2', 'E2:F2'])]
    const { taken, ...rest } = await read([...headings(applicantFirst), [...row, '低保', 500, '大峃镇', '苔湖村']], {
      name: '名册_20261010.xlsx',
      merges,
    })
    expect(rest).toMatchObject({ kind: 'register', accepted: 1, amountFen: 50_000 })
    expect((['name', 'id', 'head_name', 'head_id'] as never[]).map((key) => taken.rows[0]!.text(key))).toEqual([
      '钱乙',
      numberOf(2),
      '赵甲',
      numberOf(1),
    ])
  })

  test('that nothing tells apart are not guessed between', () =>
    expect(
      read(
        [
          ['姓名', '身份证号', '卡号', '项目', '金额', '姓名', '身份证号'],
          ['甲', numberOf(1), card(1), '低保金', 1, '乙', numberOf(2)],
        ],
        { name: '计划_202610.xlsx' },
      ),
    ).rejects.toThrow(/有两列都像“姓名”.*。$/))
  test('a guardian’s name is not the child’s', async () => {
    const { taken } = await read(
      [
        ['监护人', null, '姓名', '身份证号', '卡号', '项目', '金额'],
        ['姓名', '身份证号', null, null, null, null, null],
        ['乙', numberOf(2), '甲', numberOf(1), card(1), '低保金', 1],
      ],
      { name: '计划_202610.xlsx', merges: ['A1:B1', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:F2', 'G1:G2'] },
    )
    expect(taken.rows[0]!.text('name' as never)).toBe('甲')
  })
})

describe('where headings stand', () => {
  const filler = Array.from({ length: 18 }, (_, i) => [`填表说明第${i + 1}条：请如实填写`])
  test('below row 14', async () =>
    expect(await plan('应发金额(元)', [planRow(1)], [['发放计划（2026年10月）'], ...filler])).toMatchObject({
      rows: 1,
      accepted: 1,
      amountFen: 10_000,
    }))
  test('again below, in another order and another unit', async () => {
    const again = ['序号', '乡镇', '村', '身份证号', '姓名', '卡号', '项目', '金额(分)']
    const rows: Rows = [
      ['发放计划（2026年10月）'],
      [...planHeadings.slice(0, -1), '金额(元)'],
      planRow(1),
      again,
      [2, '大峃镇', '苔湖村', numberOf(2), '钱乙', card(2), '低保金', 100],
    ]
    expect(await read(rows)).toMatchObject({ rows: 2, accepted: 2, amountFen: 10_100 })
  })
  test('again below, the same', async () =>
    expect(await read([['发放计划（2026年10月）'], planHeadings, planRow(1), planHeadings, planRow(2)])).toMatchObject({
      rows: 2,
      accepted: 2,
      amountFen: 20_000,
    }))
  test('again below, without a column that is needed: refused by its row', () =>
    expect(
      read([
        ['发放计划（2026年10月）'],
        planHeadings,
        planRow(1),
        ['序号', '乡镇', '村', '姓名', '身份证号', '项目', '金额'],
        [2, '大峃镇', '苔湖村', '乙', numberOf(2), '低保金', 5],
      ]),
    ).rejects.toThrow(/第 4 行又有一行表头.*“卡号”.*。$/))

  test.each<[(string | number | null)[]]>([
    [['栏次', 1, 2, 3, 4, 5, 6, 7]],
    [[1, 2, 3, 4, 5, 6, 7, 8]],
    [['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']],
    [['甲', '乙', '丙', '丁', 1, 2, 3, 4]],
    [['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)']],
    [['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧']],
    [['栏次', '1', '2', '3', '4', '5', '6', '7=5+6']],
    [['序号', 'A', 'B', 'C', 'D', 'E', 'F', 'G']],
  ])('%j is nobody’s row', async (line) => expect(await plan('金额', [line, planRow(1)])).toMatchObject({ rows: 1, accepted: 1 }))
})

describe('footers', () => {
  test.each<[(string | number | null)[]]>([
    [['合计', null, null, null, null, null, null, 8715]],
    [[null, null, null, '合计', null, null, null, 8715]],
    [['大峃镇小计', null, null, '8人', null, null, null, 8715]],
    [[null, null, null, null, '小计', null, null, 100]],
    [['本页合计：', null, null, null, null, null, null, 100]],
    [['县民政局（盖章）']],
    [[null, null, null, null, null, '县财政局（公章）']],
    [['2026年10月20日']],
    [[null, null, null, null, null, null, '2026-10-20']],
    [['联系电话：0577-67861234']],
    [[null, null, null, null, '0577-67861234']],
    [['END']],
    [['END', '成功笔数', 8, '成功金额', 871500]],
    [['合计（大写）', '捌仟柒佰壹拾伍元整']],
    [['大写：捌仟柒佰壹拾伍元整']],
    [['人民币（大写）：捌仟柒佰壹拾伍元整']],
    [['制表人：', '周某某', null, '审核人：', '叶某某']],
    [['经办人：周某某', null, null, '负责人签字：', null, '日期：2026年10月20日']],
    [['注：本表一式三份']],
    [['第 1 页 共 3 页']],
    [['以下空白']],
    [['——以下无正文——']],
    [['=====']],
    [['审核意见：同意']],
    [['县民政局（盖章）', null, null, null, '2026年10月20日']],
    [['9']],
    [['填报单位：大峃镇人民政府', null, null, null, '填报人：周某某', null, '电话：16000000001']],
  ])('%j is nobody’s row', async (line) =>
    expect(await plan('金额', [planRow(1)], undefined, [line])).toMatchObject({ rows: 1, accepted: 1 }),
  )

  test.each<[string, (string | number | null)[]]>([
    ['whose ID cell says 小计', [2, '大峃镇', '苔湖村', '钱乙', '小计', card(2), '低保金', 100]],
    ['whose ID cell says 合计 and who has no card', [2, '大峃镇', '苔湖村', '钱乙', '合计', null, '低保金', 100]],
    ['without an ID', [2, '大峃镇', '苔湖村', '钱乙', null, card(2), '低保金', 100]],
    ['with only half an ID', [2, null, null, '钱乙', '330399', null, null, 100]],
    ['with a name alone', [null, null, null, '钱乙', null, null, null, null]],
    ['with an ID alone', [null, null, null, null, numberOf(2), null, null, null]],
    ['whose serial cell is a remark', ['注：新增', '大峃镇', '苔湖村', '钱乙', numberOf(2), card(2), '低保金', null]],
  ])('a person %s is returned, not dropped', async (_, line) => {
    const { rows, refused } = await plan('金额', [planRow(1), line])
    expect([rows, refused.length]).toEqual([2, 1])
  })
})

describe('what nobody read is named', () => {
  test('a column with another heading, and one with none', async () => {
    const rows: Rows = [['发放计划（2026年10月）'], [...planHeadings, '民族', '', '低保等级'], [...planRow(1), '畲族', '甲', null]]
    expect(await read(rows)).toMatchObject({ accepted: 1, columns: ['民族', '第 J 列（没有表头）'] })
  })
  test('the amounts of paid households under an unknown heading: the file is refused by that column', () =>
    expect(
      read(
        [
          ['低保对象花名册'],
          ['序号', '乡镇', '村', '户主姓名', '户主身份证号', '姓名', '与户主关系', '身份证号', '人员类别', '月到手数'],
          [1, '大峃镇', '苔湖村', '赵甲', numberOf(1), '赵甲', '户主', numberOf(1), '低保', 699],
        ],
        { name: '名册_20261010.xlsx' },
      ),
    ).rejects.toThrow(/没认得的列：月到手数/))
  test('a kind that lacks a column says which', () =>
    expect(
      read([
        ['发放计划（2026年10月）'],
        ['序号', '乡镇', '村', '姓名', '身份证号', '项目', '金额', '开户行联行'],
        [1, '大峃镇', '苔湖村', '乙', numberOf(2), '低保金', 5, 'x'],
      ]),
    ).rejects.toThrow(/没有认出这是哪一种表.*最像一卡通发放计划，但没有找到“卡号”.*开户行联行/))
})
describe('a formula without its result', () => {
  const formula = async (amount: string) => {
    const { read: open, write } = await import('@e965/xlsx')
    const book = open(workbook([['发放计划（2026年10月）'], planHeadings, planRow(1), planRow(2)]), { dense: false })
    book.Sheets['Sheet1']!['H3'] = { t: 'n', f: amount }
    return understood('计划.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  }
  test.each([['VLOOKUP(E3,其他!A:B,2,0)'], ['Sheet9!A1+1']])('=%s: the row is returned by name', async (text) =>
    expect(await formula(text)).toMatchObject({ rows: 2, accepted: 1, refused: ['Sheet1 3 formula_without_value'] }),
  )
})

import { numberOf, workbook } from './made'
import { understood } from './read'

type Rows = (string | number | null)[][]
const read = (name: string, rows: Rows, merges: string[] = []) => understood(name, workbook(rows, { merges }))
const card = (n: number) => `62000000000000000${String(n).padStart(2, '0')}`
const home = ['大峃镇', '苔湖村']

describe('what only the title says', () => {
  const list = (...more: Rows): Rows => [
    ['序号', '乡镇', '村', '户主姓名', '身份证号码', '开户银行', '银行卡号', '发放金额(元)'],
    [1, ...home, '赵甲', numberOf(1), '农商银行', card(1), '1,399.00'],
    ...more,
  ]
  test('the programme of a plan', async () => {
    const { taken, ...rest } = await read('花名册.xlsx', [['2026年10月农村低保金社会化发放花名册'], ...list()])
    expect(rest).toMatchObject({ kind: 'payment-plan', accepted: 1, amountFen: 139_900 })
    expect(taken.chunks(9)[0]!.rows).toMatchObject([{ programme: 'minimum-living' }])
  })
  test('not where it names two, or none', async () => {
    await expect(read('x.xlsx', [['2026年10月低保金、特困供养金发放花名册'], ...list()])).rejects.toThrow(/没有“项目”这一列.*。$/)
    await expect(read('x.xlsx', [['2026年10月打卡表'], ...list()])).rejects.toThrow(/没有.*。$/)
  })
  test('not where a column that nobody knows may say it: that is asked', () =>
    expect(
      read('x.xlsx', [
        ['2026年10月低保金等发放花名册'],
        ['序号', '乡镇', '村', '姓名', '身份证号码', '款别', '银行卡号', '发放金额(元)'],
        [1, ...home, '赵甲', numberOf(1), '耕地补贴', card(1), 100],
      ]),
    ).rejects.toThrow(/款别.*是不是“项目”/))
  test('the month, in Chinese figures', async () => {
    const { taken } = await read('花名册.xlsx', [['二〇二六年十月农村低保金发放花名册'], ...list()])
    expect(taken.chunks(9)[0]!.rows).toMatchObject([{ month: '2026-10' }])
  })
  test('what pupils are paid, by a name that the county pack does not know: taken in and remarked on', async () => {
    const { taken, ...rest } = await read('资助.xlsx', [
      ['2026年秋季学期义务教育家庭经济困难学生生活补助发放花名册'],
      ['序号', '学生姓名', '身份证号', '年级', '家庭困难类型', '资助金额（元）', '监护人'],
      [1, '赵小', numberOf(1, '20150506'), '五年级', '低保', 312.5, '赵甲'],
    ])
    expect(rest).toMatchObject({ kind: 'schooling', accepted: 1, amountFen: 31_250 })
    expect(rest.warned.some((warning) => warning.endsWith('programme_unknown'))).toBe(true)
    expect(taken.chunks(9)[0]!.rows).toMatchObject([{ called: '义务教育家庭经济困难学生生活补助' }])
  })
  test('that people without a column of relations are 特困, each a household', async () =>
    expect(
      await read('特困.xlsx', [
        ['县特困供养人员信息表'],
        ['序号', '所属乡镇', '村（居）委会', '姓名', '身份证号', '供养方式', '月供养金', '纳入供养时间'],
        [1, ...home, '赵甲', numberOf(1), '分散供养', '1,350.00', '2020.05'],
        [2, ...home, '钱乙', numberOf(2), '集中供养', 2100, '2021/6/1'],
      ]),
    ).toMatchObject({ kind: 'register', accepted: 2, amountFen: 345_000 }))
  test('not so of 低保, of whom several live together', () =>
    expect(
      read('低保.xlsx', [
        ['低保对象花名册'],
        ['序号', '乡镇', '村', '姓名', '身份证号', '月保障金'],
        [1, ...home, '赵甲', numberOf(1), 500],
      ]),
    ).rejects.toThrow(/。$/))
})

test('who leaves is not the head of the household, whatever stands first', async () => {
  const { taken, ...rest } = await read('退出.xlsx', [
    ['2026年10月退出低保对象名单'],
    ['序号', '乡镇', '村', '户主姓名', '退保人员姓名', '退保人员身份证号', '取消待遇原因', '停发时间', '佐证'],
    [1, ...home, '赵甲', '钱乙', numberOf(2), '死亡', '2026.10', '死亡证明'],
    [2, ...home, '孙丙', '孙丙', numberOf(3), '就业', '2026年10月', '合同'],
  ])
  expect(rest).toMatchObject({ kind: 'exit', accepted: 2 })
  expect(taken.chunks(9)[0]!.rows).toMatchObject([{ name: '钱乙', on: '2026-10' }, { name: '孙丙' }])
})

test.each<[string, string, string, (string | number | null)[], (string | number | null)[], number]>([
  [
    'payment-plan',
    '发放额（元）',
    '2026年10月发放表',
    ['序号', '乡镇', '村', '领款人姓名', '证件号码', '社保卡银行账号', '资金项目'],
    [1, ...home, '赵甲', numberOf(1), card(1), '低保金'],
    10_000,
  ],
  [
    'farmland',
    '应发补贴额(元)',
    '2026年耕地补贴',
    ['乡镇', '行政村', '户主姓名', '证件号码', '确权面积(亩)', '实补面积', '亩补贴额(元)'],
    [...home, '赵甲', numberOf(1), 1, 1, 90],
    10_000,
  ],
  [
    'dividend',
    '应分红利（元）',
    '2026年股金分红',
    ['序号', '乡镇', '村', '股东', '股东身份证', '入股项目', '入股股金'],
    [1, ...home, '赵甲', numberOf(1), '光伏', 2000],
    10_000,
  ],
  [
    'dividend',
    '2026年度分配收益',
    '2026年收益分配',
    ['序号', '乡镇', '村', '户主', '身份证号', '所投项目', '入股本金'],
    [1, ...home, '赵甲', numberOf(1), '光伏', 2000],
    10_000,
  ],
  [
    'register',
    '享受月低保金额（元/月）',
    '低保台账',
    ['序号', '乡镇', '村', '户主', '家庭成员姓名', '家庭成员身份证', '家庭关系', '保障类别'],
    [1, ...home, '赵甲', '赵甲', numberOf(1), '本人', 'A类低保'],
    10_000,
  ],
])('%s with %s', async (kind, amount, title, headings, row, fen) =>
  expect(await read('文件.xlsx', [[title], [...headings, amount], [...row, 100]])).toMatchObject({
    kind,
    accepted: 1,
    amountFen: fen,
    columns: [],
  }),
)

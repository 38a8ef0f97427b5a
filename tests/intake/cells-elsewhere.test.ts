import { numberOf, workbook } from './made'
import { understood } from './read'

type Rows = (string | number | null)[][]
const card = (n: number) => `62000000000000000${String(n).padStart(2, '0')}`
const home = ['大峃镇', '苔湖村']
const headings = ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '金额']
const plan = (rows: Rows) => understood('计划.xlsx', workbook([['发放计划（2026年10月）'], headings, ...rows]))

test('同上 and 〃 say what stands above', async () => {
  const { taken, ...rest } = await plan([
    [1, ...home, '赵甲', numberOf(1), card(1), '低保金', 100],
    [2, '同上', '〃', '钱乙', numberOf(2), card(2), '同上', 200],
  ])
  expect(rest).toMatchObject({ accepted: 2, warned: [], amountFen: 30_000 })
  expect(taken.chunks(9)[0]!.rows).toMatchObject([{ programme: 'minimum-living' }, { programme: 'minimum-living' }])
})

test('补贴标准 in 元 a month makes no list of land of a plan', async () =>
  expect(
    await understood(
      '发放表.xlsx',
      workbook([
        ['2026年10月发放表'],
        [...headings.slice(0, 7), '补贴标准（元/月）', '月数', '发放金额'],
        [1, ...home, '赵甲', numberOf(1), card(1), '低保金', 100, 3, 300],
      ]),
    ),
  ).toMatchObject({ kind: 'payment-plan', accepted: 1, amountFen: 30_000 }))

test('a name that lost a character is sent back; one that says more than a name is remarked on', async () => {
  const row = (n: number, name: string) => [n, ...home, name, numberOf(n), card(n), '低保金', 100]
  expect(await plan([row(1, '吴?六'), row(2, '孙三（本人）'), row(3, '阿依.古丽'), row(4, '蓝秀𬞟')])).toMatchObject({
    accepted: 3,
    refused: ['Sheet1 3 name_garbled'],
    warned: ['Sheet1 4 name_unlike'],
  })
})

test('是 and 否 below 是否成功; names that the bank hides', async () => {
  const { taken } = await understood(
    '代发_20261015.xlsx',
    workbook([
      ['序号', '账号', '户名', '金额', '是否成功', '原因'],
      [1, card(1), '张*', 100, '是', null],
      [2, card(2), '李**', 50, '否', '户名不符'],
      [3, card(3), '*三', 10, '否', null],
    ]),
  )
  expect(taken.chunks(9)[0]!.rows).toMatchObject([{ state: 'credited' }, { state: 'failed' }, { state: 'failed' }])
})

test('of who moved away the blank 死亡时间 is not asked: there is the day of its registration', async () => {
  const { taken, ...rest } = await understood(
    '户口注销人员.xlsx',
    workbook([
      ['户口注销人员名单'],
      ['姓名', '公民身份号码', '注销原因', '注销时间', '死亡时间'],
      ['赵甲', numberOf(1), '死亡', '2026-10-09', '二〇二六年十月三日'],
      ['钱乙', numberOf(2), '迁往市（县）外', '2026-10-10', null],
    ]),
  )
  expect(rest).toMatchObject({ kind: 'vital', accepted: 2, refused: [] })
  expect(taken.chunks(9)[0]!.rows).toMatchObject([
    { kind: 'died', on: '2026-10-03', onIs: 'happened' },
    { kind: 'moved-out', on: '2026-10-10', onIs: 'registered' },
  ])
})

test.each([
  ['应发金额', '实发金额'],
  ['补贴金额', '合计发放'],
  ['补贴金额', '补发金额'],
])('%s beside %s that says another: which is paid is asked', async (one, other) => {
  const rows = (amount: number) =>
    workbook([
      ['2026年10月发放表'],
      [...headings.slice(0, 7), one, other],
      [1, ...home, '赵甲', numberOf(1), card(1), '低保金', 100, amount],
    ])
  await expect(understood('发放表.xlsx', rows(80))).rejects.toThrow(/有两列都像“应发金额”.*。$/)
  expect(await understood('发放表.xlsx', rows(100))).toMatchObject({ accepted: 1, amountFen: 10_000 })
})

import { createHash } from 'node:crypto'
import { findEach } from '#store/db/read'
import { payments, receipts } from '#store/money/money'
import { households, persons } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, workbook } from './made'

// Lists that lack a column which the others have, or say in another shape what they say.

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

type Rows = (string | number | null)[][]
const card = (n: number) => `62000000000000000${10 + n}`
const direct = (content: Buffer, said: object) =>
  cloud.operate('direct', { sha256: createHash('sha256').update(content).digest('hex'), ...said }, 'intake')

describe('a list of what was not paid, without a column of results', () => {
  const failures = (title: string, ...reasons: (string | null)[]) =>
    workbook([[title], ['序号', '账号', '户名', '金额', '失败原因'], ...reasons.map((reason, n) => [n + 1, card(n), '赵甲', 100, reason])])
  const states = async () => (await findEach(cloud.db, receipts, {})).map(({ state }) => state)

  test.each([
    ['农商行_20261015.xlsx', '2026年10月代发失败清单'],
    ['农商行_退票清单_20261015.xlsx', '明细'],
  ])('%s, %s: none of it was', async (name, title) => {
    const content = failures(title, '账号不存在', '一种没听过的原因', null)
    expect(await cloud.importBytes(name, content)).toMatchObject({ kind: 'bank-receipt', accepted: 3, quarantined: 0 })
    expect(await states()).toEqual(['failed', 'failed', 'failed'])
  })

  test('that does not say so is asked about; then a line without a reason is given back', async () => {
    const content = failures('2026年10月代发明细', '账号不存在', '一种没听过的原因', null)
    const asked = await cloud.importBytes('农商行_20261015.xlsx', content)
    expect(asked).toMatchObject({
      questions: [{ about: 'column', column: 4, choices: [{ value: 'result_code', label: '是' }, { value: '' }] }],
    })
    const { sheet, headings, column } = asked.questions![0]!
    await direct(content, { columns: [{ sheet, headings, column, key: 'result_code' }] })
    expect(await cloud.importBytes('农商行_20261015.xlsx', content)).toMatchObject({ accepted: 2, quarantined: 1 })
    expect(await states()).toEqual(['failed', 'failed'])
  })

  test('and a plan that pays the failed ones again is a plan', async () =>
    expect(
      await cloud.importBytes(
        '财政局_2026年11月发放失败补发计划.xlsx',
        workbook([
          ['2026年11月发放失败补发计划'],
          ['姓名', '身份证号', '卡号', '项目', '金额'],
          ['赵甲', numberOf(1), card(1), '低保金', 100],
        ]),
      ),
    ).toMatchObject({ kind: 'payment-plan', accepted: 1 }))
})

describe('a register of heads only', () => {
  const heads = workbook([
    ['低保对象花名册'],
    ['序号', '乡镇', '村', '户主姓名', '户主身份证号', '保障人数', '月保障金(元)'],
    [1, '大峃镇', '苔湖村', '赵甲', numberOf(1), 1, 650],
    [2, '大峃镇', '苔湖村', '钱乙', numberOf(2), 3, 1300],
  ])

  test('is asked about, and then each row is a household with its head; the missing people are named', async () => {
    const asked = await cloud.importBytes('民政局_低保名册_20261010.xlsx', heads)
    expect(asked).toMatchObject({ questions: [{ about: 'kind', choices: [{ value: 'register' }] }] })
    expect([asked.refused, await findEach(cloud.db, persons, {})]).toEqual([expect.stringMatching(/没有“与户主关系”这一列/), []])
    await direct(heads, { kind: 'register' })
    expect(await cloud.importBytes('民政局_低保名册_20261010.xlsx', heads)).toMatchObject({ kind: 'register', accepted: 2, warned: 1 })
    expect((await findEach(cloud.db, households, {})).map(({ headName, monthlyFen }) => [headName, monthlyFen]).sort()).toEqual([
      ['赵甲', 65_000],
      ['钱乙', 130_000],
    ])
  })
})

describe('a plan', () => {
  const plan = (title: string, headings: string[], ...rows: Rows) =>
    workbook([
      [title],
      ['姓名', '身份证号', '卡号', '项目', ...headings],
      ...rows.map((cells, n) => ['赵甲', numberOf(n + 1), card(n), '低保金', ...cells]),
    ])

  test.each([[['1月', '2月', '3月']], [['2026年1月', '2026年2月', '合计']]])(
    'with months as columns (%j) is not read: it says what to send',
    async (headings) =>
      expect(
        (await cloud.importBytes('财政局_计划.xlsx', plan('2026年发放计划', headings, [100, 100, 200], [110, 110, 220]))).refused,
      ).toMatch(/把几个月写成了几列（.*）.*请一个月一张表/),
  )

  test.each([
    ['in its title', plan('2026年第三季度低保金发放计划', ['金额'], [300])],
    ['in a column', plan('发放计划', ['金额', '属期'], [300, '2026年第三季度'])],
  ])('of a quarter, %s: the month in which it is paid is asked for', async (_, content) => {
    expect(await cloud.importBytes('财政局.xlsx', content)).toMatchObject({
      questions: [{ about: 'month', choices: [{ value: '2026-09' }, { value: '2026-08' }, { value: '2026-07' }] }],
    })
    await direct(content, { month: '2026-09' })
    expect(await cloud.importBytes('财政局.xlsx', content)).toMatchObject({ accepted: 1 })
    expect(await findEach(cloud.db, payments, {})).toMatchObject([{ month: '2026-09', period: '2026年第三季度', dueFen: 30_000 }])
  })
})

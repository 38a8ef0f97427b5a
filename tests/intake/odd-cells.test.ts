import { createHash } from 'node:crypto'
import { findEach } from '#store/db/read'
import { events, persons } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { exitHeadings, numberOf, workbook } from './made'
import { understood } from './read'

// What a clerk's own hand leaves in cells: dates from a foreign spreadsheet, labels and remarks beside a number.

const exits = (...rows: { name?: string; id?: string; on: string }[]) =>
  workbook([
    ['核销退出名册'],
    exitHeadings,
    ...rows.map(({ name = '赵甲', id, on }, n) => [n + 1, '大峃镇', '苔湖村', name, id ?? numberOf(n + 1), '收入超过标准', '', '李四', on]),
  ])
const dates = ({ taken }: Awaited<ReturnType<typeof understood>>) =>
  taken.chunks(9).flatMap(({ rows }) => (rows as { on: string }[]).map(({ on }) => on))

describe('dates whose year stands last', () => {
  test('are read where one of the column shows which is the month: it decides for all of them', async () => {
    const american = await understood('民政局_退出_20261120.xlsx', exits({ on: '10/1/2026' }, { on: '9/23/2026' }, { on: '3/4/2026' }))
    expect([american.refused, dates(american)]).toEqual([[], ['2026-10-01', '2026-09-23', '2026-03-04']])
    const british = await understood('民政局_退出_20261120.xlsx', exits({ on: '1/10/2026' }, { on: '23/9/2026' }))
    expect([british.refused, dates(british)]).toEqual([[], ['2026-10-01', '2026-09-23']])
  })

  test('are refused row by row where the column contradicts itself, but for those that leave no choice', async () =>
    expect(
      (await understood('民政局_退出_20261120.xlsx', exits({ on: '10/1/2026' }, { on: '23/9/2026' }, { on: '9/23/2026' }))).refused,
    ).toEqual(['Sheet1 3 date_unreadable']))

  describe('of which none shows it', () => {
    let cloud: Cloud
    beforeAll(async () => void (cloud = await startCloud()))
    afterAll(() => cloud.close())

    test('are asked about, and read as was said', async () => {
      const content = exits({ on: '10/1/2026' }, { on: '3/4/2026' })
      const asked = await cloud.importBytes('民政局_退出_20261120.xlsx', content)
      expect(asked).toMatchObject({ questions: [{ about: 'dates', choices: [{ value: 'month-first' }, { value: 'day-first' }] }] })
      expect([asked.refused, await findEach(cloud.db, persons, {})]).toEqual([expect.stringMatching(/“10\/1\/2026”这样，哪个是月/), []])
      await cloud.operate('direct', { sha256: createHash('sha256').update(content).digest('hex'), dates: 'day-first' }, 'intake')
      expect(await cloud.importBytes('民政局_退出_20261120.xlsx', content)).toMatchObject({ kind: 'exit', accepted: 2, quarantined: 0 })
      expect((await findEach(cloud.db, events, { kind: 'exited' })).map(({ on }) => on).sort()).toEqual(['2026-01-10', '2026-04-03'])
    })
  })
})

describe('labels and remarks in a cell', () => {
  test('before a number and a name are no part of them; a remark behind a number is named', async () => {
    const read = await understood(
      '民政局_退出_20261120.xlsx',
      exits(
        { name: '姓名：王阿公', id: `身份证号码：${numberOf(1)}`, on: '2026-10-01' },
        { name: '户主: 赵甲', id: `${numberOf(2)}（已故）`, on: '2026-10-01' },
        { id: `身份证：${numberOf(3)}、${numberOf(4)}`, on: '2026-10-01' },
      ),
    )
    expect(read.taken.chunks(9).flatMap(({ rows }) => rows)).toMatchObject([
      { id: numberOf(1), name: '王阿公' },
      { id: numberOf(2), name: '赵甲' },
    ])
    expect([read.refused.length, read.warned]).toEqual([1, ['Sheet1 4 id_with_words']])
  })
})

describe('amounts', () => {
  const plan = (...amounts: (number | string)[]) =>
    workbook([
      ['发放计划（2026年10月）'],
      ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '金额'],
      ...amounts.map((amount, n) => [n + 1, '大峃镇', '苔湖村', '赵甲', numberOf(n + 1), `62000000000000000${10 + n}`, '低保金', amount]),
    ])

  test('with parts of a 分 are remarked on; what reckoning with fractions leaves behind is not', async () =>
    expect(await understood('计划.xlsx', plan(100.005, '200.001', 100.10000000000001, 588.82))).toMatchObject({
      accepted: 4,
      amountFen: 10_001 + 20_000 + 10_010 + 58_882,
      warned: ['Sheet1 3 amount_below_fen', 'Sheet1 4 amount_below_fen'],
    }))

  test('below nothing cannot be paid: a plan gives the row back', async () => {
    const { taken, ...read } = await understood('计划.xlsx', plan(-100, '(50)', 300))
    expect(read).toMatchObject({ accepted: 1, refused: ['Sheet1 3 amount_negative', 'Sheet1 4 amount_negative'] })
    expect(taken.rows[0]!.faults[0]!.reason).toMatch(/“金额”写的是“-100”，是负数/)
  })

  test('below nothing on a list of what somebody is due is remarked on', async () =>
    expect(
      await understood(
        '农业农村局_分红_2026年.xlsx',
        workbook([
          ['2026年抱团增收分红表'],
          ['序号', '乡镇', '村', '姓名', '身份证号', '项目名称', '入股本金', '分红金额'],
          [1, '大峃镇', '苔湖村', '赵甲', numberOf(1), '光伏一期', 10_000, -80],
          [2, '大峃镇', '苔湖村', '钱乙', numberOf(2), '光伏一期', 10_000, 80],
        ]),
      ),
    ).toMatchObject({ kind: 'dividend', accepted: 2, amountFen: 0, warned: ['Sheet1 3 amount_negative'] }))
})

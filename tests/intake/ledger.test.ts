import { encode } from 'iconv-lite'
import { utils, write } from '@e965/xlsx'
import { open } from '#kernel/seal/seal'
import { findEach } from '#store/db/read'
import { formerRows } from '#store/intake/intake'
import { projects, type Project } from '#store/work/projects'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf } from './made'
import { understood } from './read'
import { fileOf } from './truth'

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()), 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

type Value = string | number | null
const book = (sheets: Record<string, Value[][]>) =>
  write(
    {
      SheetNames: Object.keys(sheets),
      Sheets: Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, utils.aoa_to_sheet(rows)])),
    },
    { type: 'buffer', bookType: 'xlsx' },
  ) as Buffer
const stored = async () => (await findEach(cloud.db, projects, {})).sort((a, b) => (a.number + a.name < b.number + b.name ? -1 : 1))
const csv = (rows: Value[][]) => Buffer.from(rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\r\n'))

describe('the fixture of the housing office', () => {
  interface TrueProject {
    no: string
    name: string
    type: string
    stage: string
    rows: Record<string, number>
    planned_start: string
    actual_start: string | null
    planned_end: string
    actual_end: string | null
    progress_pct: number
    total_investment_fen: number
    issued_fen: number
    paid_out_fen: number
    spent_fen: number
    issued_on: string
  }
  const truth = fileOf(11) as unknown as { path: string; projects: TrueProject[] }

  test('every project is one document with its four sheets, as its truth says', async () => {
    await cloud.importFile(truth.path)
    const all = await stored()
    expect(all.map(asTold)).toEqual(truth.projects.map(asTrue))
    for (const project of all)
      expect(project).toMatchObject({
        agency: 'housing',
        asOf: '2026-10-31',
        lacking: [],
        townCode: expect.stringMatching(/^330328\d{3}$/) as string,
      })
    expect(open(cloud.keys, all[0]!.phoneSealed!)).toBe('16084869576')
    expect(all[2]!.inspections).toMatchObject([
      { on: '2026-08-30', by: '县住建局', problem: '进度滞后', demand: '限期整改', state: '整改中' },
    ])
    expect(all[5]!.money).toMatchObject([
      { source: '省级财政衔接推进乡村振兴补助', document: '文财农〔2026〕42号', lastPaidOn: null, plannedFen: null },
    ])
  })

  const asTold = ({ number, name, type, totalFen, at, money, progress, inspections }: Project) => ({
    ...{ number, name, type, totalFen },
    stage: progress[0]!.stage,
    days: [progress[0]!.plannedStart, progress[0]!.actualStart, progress[0]!.plannedEnd, progress[0]!.actualEnd],
    progress: progress[0]!.progress,
    money: money.map(({ issuedOn, issuedFen, paidFen, spentFen }) => [issuedOn, issuedFen, paidFen, spentFen]),
    rows: [at, money.map((one) => one.at), progress.map((one) => one.at), inspections.map((one) => one.at)].map((places) =>
      places.map(({ row }) => row),
    ),
  })
  const asTrue = (one: TrueProject) => ({
    ...{ number: one.no, name: one.name, type: one.type, totalFen: one.total_investment_fen, stage: one.stage },
    days: [one.planned_start, one.actual_start, one.planned_end, one.actual_end],
    progress: one.progress_pct * 100,
    money: [[one.issued_on, one.issued_fen, one.paid_out_fen, one.spent_fen]],
    rows: [[one.rows.basic], [one.rows.funds], [one.rows.progress], one.rows.inspection ? [one.rows.inspection] : []],
  })
})

describe('ledgers of other counties', () => {
  test('other names, another order of sheets and columns, 万元, two-level headings, shares of each source', async () => {
    const sheets = {
      工程进展: [
        ['完成比例', '项目代码', '计划', '', '实际', ''],
        ['', '', '开工时间', '竣工时间', '开工时间', '竣工时间'],
        ['60%', 'A-1', '2026.3.1', '2026年11月', '2026-03-05', ''],
        ['主体结顶', 'A-2', '2026.3.1', '2026年9月30日', '', ''],
      ],
      资金: [
        ['项目代码', '资金下达', '', '', '资金拨付', ''],
        ['', '文号', '时间', '金额（万元）', '金额（万元）', '最近日期'],
        ['A-1', '云财〔2026〕1号', '2026-02-01', 30, 12.5, '2026-06-01'],
        ['A-1', '云财〔2026〕9号', '2026-05-01', '20', 0, ''],
        ['A-2', '云财〔2026〕1号', '2026-02-01', 40, '', ''],
        ['合计', '', '', 90, 12.5, ''],
      ],
      项目表: [
        ['2026年帮扶项目一览（金额单位：万元）'],
        ['项目代码', '工程名称', '资金来源', '', '', '业主单位', '中标单位'],
        ['', '', '合计', '中央', '县级', '', ''],
        ['a-1', '甲村水厂', 80, 50, 30, '甲村', '某公司'],
        ['A-2', '乙村道路', 40, 0, 40, '乙村', '某公司'],
      ],
    }
    const result = await cloud.importBytes('县发改局_项目_截至20260930.xlsx', book(sheets))
    expect(result).toMatchObject({ kind: 'project', rows: 7, accepted: 7, quarantined: 0, amountFen: 120_000_000 })
    expect(result.reasons?.map(({ sheet, row, code }) => `${sheet} ${row} ${code}`)).toEqual([
      '工程进展 3 part_missing',
      '工程进展 4 progress_unreadable',
    ])
    const [first, second] = await stored()
    expect(first).toMatchObject({
      ...{ number: 'A-1', name: '甲村水厂', owner: '甲村', contractor: '某公司', totalFen: 80_000_000, asOf: '2026-09-30' },
      lacking: ['inspections'],
      progress: [{ progress: 6000, plannedStart: '2026-03-01', plannedEnd: '2026-11', actualStart: '2026-03-05', actualEnd: null }],
    })
    expect(
      first!.money.map(({ source, document, plannedFen, issuedFen, paidFen }) => [source, document, plannedFen, issuedFen, paidFen]),
    ).toEqual([
      ['', '云财〔2026〕1号', null, 30_000_000, 12_500_000],
      ['', '云财〔2026〕9号', null, 20_000_000, 0],
      ['中央', '', 50_000_000, null, null],
      ['县级', '', 30_000_000, null, null],
    ])
    expect(second).toMatchObject({
      progress: [{ progress: null, progressWritten: '主体结顶' }],
      money: [{ issuedFen: 40_000_000, paidFen: null }, { plannedFen: 40_000_000 }],
    })
  })

  test('everything in one sheet, in GB18030, without numbers: what is not there is named', async () => {
    const rows = [
      ['项目名称', '建设内容', '总投资（万元）', '已下达资金（万元）', '已拨付资金（万元）', '形象进度', '计划完工时间', '责任单位'],
      ['甲村水厂', '水厂一座', 80, 50, 30, 0.6, '2026-12-31', '水利局'],
      ['乙村道路', '硬化道路', 40, '', '', 1, '2026-10-31', '交通局'],
    ]
    const result = await cloud.importBytes('项目_20260930.csv', encode(csv(rows).toString(), 'gb18030'))
    expect(result).toMatchObject({ kind: 'project', rows: 2, accepted: 2, warned: 1, amountFen: 120_000_000 })
    expect(
      (await stored()).map(({ name, progress, money, inCharge }) => [
        name,
        progress[0]!.progress,
        money.map(({ issuedFen }) => issuedFen),
        inCharge,
      ]),
    ).toEqual([
      ['乙村道路', 10_000, [], '交通局'],
      ['甲村水厂', 6000, [50_000_000], '水利局'],
    ])
  })

  test('progress of which nobody can tell what it counts in is not taken for 1 %', async () => {
    const rows = [
      ['项目名称', '总投资（元）', '形象进度'],
      ['甲', 100, 1],
      ['乙', 100, 0],
    ]
    const result = await understood('项目_20260930.csv', csv(rows))
    expect(result.warned).toContain('(csv) 2 progress_unreadable')
  })

  test('lines that fit nothing are kept and remarked on; contradictions and nameless ones go back', async () => {
    const sheets = {
      基本信息: [
        ['项目编号', '项目名称', '总投资(元)', '建设单位'],
        ['1', '甲', 100, '某镇'],
        ['2', '乙', 200, '某镇'],
        ['2', '乙', 300, '某镇'],
        ['', '', 50, '某镇'],
        ['3', '丙', 70, '某镇'],
      ],
      进度: [
        ['项目编号', '项目名称', '项目阶段', '形象进度(%)', '计划开工日期', '计划完工日期'],
        ['1', '甲工程', '施工', 120, '2026-05-01', '2026-04-01'],
        ['2', '乙', '施工', 50, '2026-02-30', ''],
        ['9', '丁', '施工', 50, '', ''],
      ],
      资金: [
        ['项目编号', '资金来源', '下达金额(元)', '拨付金额(元)', '支出金额(元)'],
        ['1', '县级', '待定', 0, 0],
        ['2', '县级', '', '', ''],
        ['2', '省级', 100, 50, '0.00'],
      ],
    }
    const result = await understood('住建局_台账_20260930.xlsx', book(sheets))
    expect(result.refused).toEqual([
      '基本信息 4 project_differs',
      '基本信息 5 project_nameless',
      '资金 2 amount_not_a_number',
      '资金 3 amount_missing',
    ])
    expect(result.warned).toEqual([
      '基本信息 2 part_missing',
      '基本信息 6 project_alone',
      '进度 2 progress_unreadable',
      '进度 2 days_reversed',
      '进度 2 project_text_differs',
      '进度 3 date_impossible',
      '进度 4 project_not_in_basics',
    ])
  })

  test('without a column of money, or without the amounts beside their documents, it is refused and the columns are named', async () => {
    const without = {
      基本信息: [
        ['项目编号', '项目名称', '建设单位', '施工单位', '工程款'],
        ['1', '甲', '某镇', '某公司', 100],
      ],
    }
    const result = await cloud.importBytes('台账_20260930.xlsx', book(without))
    expect([result.rows, result.refused]).toEqual([0, expect.stringMatching(/没有认出金额.*工程款/)])
    const half = {
      基本信息: [
        ['项目编号', '项目名称', '建设单位', '总投资(元)'],
        ['1', '甲', '某镇', 100],
      ],
      资金: [
        ['项目编号', '资金来源', '下达文号', '数目'],
        ['1', '县级', '某1号', 100],
      ],
    }
    expect((await cloud.importBytes('台账_20261031.xlsx', book(half))).refused).toMatch(/“资金”.*数目/)
    expect(await stored()).toEqual([])
  })

  test('a list of people paid under a project is no ledger', async () => {
    const rows = [
      ['姓名', '身份证号', '卡号', '项目名称', '拨付金额', '下达金额'],
      ['户1', numberOf(1), '6200000000057812224', '低保金', 100, 100],
    ]
    expect((await understood('计划_2026年10月.csv', csv(rows))).kind).not.toBe('project')
  })
})

describe('a later ledger', () => {
  const ledger = (rows: [number: string, yuan: number, progress: number][], title: string) =>
    book({
      台账: [
        [title],
        ['项目编号', '项目名称', '总投资(元)', '形象进度(%)'],
        ...rows.map(([number, yuan, progress]) => [number, `项目${number}`, yuan, progress]),
      ],
    })
  const states = async () => (await stored()).map(({ number, asOf, progress }) => `${number} ${asOf} ${progress[0]!.progress}`)
  const october: [string, Buffer] = [
    '住建局_20261031.xlsx',
    ledger(
      [
        ['1', 100, 40],
        ['2', 200, 100],
        ['3', 300, 10],
      ],
      '住建局项目台账',
    ),
  ]
  const november: [string, Buffer] = [
    '住建局_20261130.xlsx',
    ledger(
      [
        ['1', 100, 60],
        ['4', 400, 5],
      ],
      '住建局项目台账',
    ),
  ]
  const mended: [string, Buffer] = [
    '住建局_20261031_更正.xlsx',
    ledger(
      [
        ['1', 100, 45],
        ['2', 200, 100],
      ],
      '住建局项目台账更正',
    ),
  ]

  test('says more of the projects in it and nothing of the others; a corrected one of the same day takes the earlier one’s place', async () => {
    const orders = [
      [october, mended, november],
      [november, october, mended],
      [mended, november, october],
    ]
    for (const files of orders) {
      await cloud.empty()
      for (const [name, bytes] of files) await cloud.importBytes(name, bytes)
      expect(await states()).toEqual(['1 2026-11-30 6000', '2 2026-10-31 10000', '4 2026-11-30 500'])
      expect((await findEach(cloud.db, formerRows, {})).length).toBeGreaterThan(0)
    }
  })

  test('another agency’s project of the same number stands beside it, remarked on', async () => {
    await cloud.importBytes(...october)
    expect(await cloud.importBytes('农业农村局_20261031.xlsx', ledger([['1', 999, 1]], '农业农村局项目台账'))).toMatchObject({
      accepted: 1,
      warned: 3,
    })
    expect(await stored()).toHaveLength(4)
  })
})

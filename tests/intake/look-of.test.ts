import { understandSheets } from '#affairs/intake/understand'
import { lookOf } from '#affairs/intake/looking/look-of'
import { readFile } from '#affairs/intake/reading/read-file'
import { environment } from '#kernel/call/environment'
import { now } from '#kernel/call/clock'
import { isLuhn } from '#domain/money/card-number'
import type { Directed } from '#store/intake/directions'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, workbook } from './made'

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.close())

type Cell = string | number | null
/** With a sound check digit. */
const card = (n: number): string => Array.from({ length: 10 }, (_, digit) => `62000000000000000${n}${digit}`).find(isLuhn)!
/** What is shown of a plan headed so, whose last column goes beyond the headings. */
async function look(headings: Cell[], directed: Partial<Directed> = {}, name = '财政局_发放计划_202610.xlsx') {
  const row = (n: number): Cell[] => [n, ['赵国强', '钱小妹', '孙建华'][n - 1]!, numberOf(n), card(n), '低保金', 300.5 + n * n, null, '甲']
  const sheets = await readFile(workbook([['2026年10月发放计划'], headings, row(1), row(2), row(3)]))
  const on = { ...environment(), moment: now() }
  const told = { columns: [], mends: [], ...directed }
  const came = await understandSheets(on, 'x', { fileName: name, today: '2026-11-29' }, sheets, told).catch(
    (error: unknown) => error as Error,
  )
  return lookOf(cloud.county, sheets, came)
}

test('every column says what it is taken for, how surely and why; what nobody read is named, also right of the headings', async () => {
  const { kind, sheets, questions, blocked } = await look(['序号', '姓名', '身份证号', '付款凭号', '项目', '应发金额(元)'])
  expect([kind, questions, blocked]).toEqual(['payment-plan', [], undefined])
  expect(sheets[0]).toMatchObject({ name: 'Sheet1', read: true, headingRow: 2, unit: '元', rowsInAll: 5 })
  expect(sheets[0]!.columns.map(({ heading, key, confidence, ask }) => [heading, key, confidence, ask])).toEqual([
    ['序号', 'serial', 'sure', false],
    ['姓名', 'name', 'sure', false],
    ['身份证号', 'id', 'sure', false],
    ['付款凭号', 'card', 'likely', false],
    ['项目', 'project', 'sure', false],
    ['应发金额(元)', 'amount', 'sure', false],
    ['', null, 'unknown', false],
  ])
  expect(sheets[0]!.columns[3]!.because).toBe('表头没有认出来，看过的 3 格像是卡号')
  expect(sheets[0]!.columns[2]!.because).toBe('表头写“身份证号”，看过的 3 格像是身份证号')
  expect(sheets[0]!.first[1]).toEqual({
    row: 2,
    cells: ['序号', '姓名', '身份证号', '付款凭号', '项目', '应发金额(元)', '', ''].slice(0, sheets[0]!.first[1]!.cells.length),
  })
})

test('an amount is never taken by its cells alone: asked, with what it may be, until somebody says so', async () => {
  const headings = ['序号', '姓名', '身份证号', '卡号', '项目', '到手']
  const { questions, sheets, blocked } = await look(headings)
  expect(questions).toMatchObject([
    {
      about: 'column',
      sheet: 'Sheet1',
      column: 5,
      headings: '序号|姓名|身份证号|卡号|项目|到手',
      choices: [{ value: 'amount', label: '应发金额' }, { value: '' }],
    },
  ])
  expect(sheets[0]!.columns[5]).toMatchObject({ heading: '到手', key: null, confidence: 'unknown', ask: true })
  expect(blocked).toMatch(/到手.*一行也没有导入|一行也没有导入.*到手/)
  const { sheet, column, headings: shape } = questions[0]!
  const answered = await look(headings, { columns: [{ sheet: sheet!, headings: shape!, column: column!, key: 'amount' }] })
  expect(answered.questions).toEqual([])
  expect(answered.sheets[0]!.columns[5]).toMatchObject({ key: 'amount', confidence: 'sure', because: '有人说过它是什么' })
})

test('identity numbers under 卡号 are asked about, whatever is written over them', async () => {
  const { questions, sheets } = await look(['序号', '姓名', '卡号', '身份证号', '项目', '应发金额'])
  expect(questions.map(({ column }) => column)).toEqual([2, 3])
  expect(questions[0]!.words).toMatch(/C 列“卡号”下面像是身份证号.*不像“卡号”/)
  // Whoever reads a question sees no whole number of anybody.
  expect(JSON.stringify(questions)).not.toMatch(/\d{11}|赵国强/)
  expect(sheets[0]!.columns[2]).toMatchObject({ ask: true, confidence: 'unknown' })
})

test('what may be chosen is named in words', async () => {
  const { choices } = await look(['序号', '姓名', '身份证号', '卡号', '项目', '应发金额'])
  expect(choices.kinds).toContainEqual({ value: 'payment-plan', label: '一卡通发放计划' })
  expect(choices.keys).toContainEqual({ value: 'amount', label: '应发金额', required: true })
})

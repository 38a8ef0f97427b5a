import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answersFor, answersIn, sayQuestions } from './answers'

test('answers at the terminal: for every file that asks, and from a file for some by name', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'answers-')), 'answers.json')
  writeFileSync(path, JSON.stringify({ columns: { 标准: null }, files: { '计划.xlsx': { month: '2026-10' } } }))
  const answers = answersIn({ column: ['到手=应发金额', '杂项='], as: 'payment-plan', answers: path })
  const columns = [
    { heading: '标准', key: null },
    { heading: '到手', key: '应发金额' },
    { heading: '杂项', key: null },
  ]
  expect(answersFor(answers, '/data/名册.xlsx')).toEqual({ kind: 'payment-plan', columns })
  expect(answersFor(answers, '/data/计划.xlsx')).toEqual({ kind: 'payment-plan', month: '2026-10', columns })
  expect(answersFor(answersIn({}), '/data/计划.xlsx')).toBeUndefined()
})

test.each([
  [{ column: ['到手'] }, /--column 请写成 "表头=是什么"/],
  [{ as: '发放计划' }, /看不懂的：kind/],
  [{ month: '十月' }, /看不懂的：month/],
  [{ answers: '/nowhere.json' }, /读不了 \/nowhere.json/],
])('%j is told what is wrong', (values, words) => expect(() => answersIn(values)).toThrow(words))

test('files headed alike ask once', () => {
  const question = (sheet: string) => ({
    ...{ id: `column/${sheet}/1`, about: 'column' as const, sheet, column: 1, headings: '姓名|到手' },
    words: `工作表“${sheet}”B 列“到手”是不是“应发金额”`,
    choices: [{ value: 'amount', label: '应发金额' }],
  })
  const [one, ...more] = sayQuestions([question('9月'), question('10月')])
  expect([more.length, one]).toEqual([0, expect.stringContaining('--column "到手=amount"')])
})

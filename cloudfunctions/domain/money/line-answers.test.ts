import { lineStates, lineTransitions, type LineState } from '../work/batch-lines'
import { canBe } from '../work/transitions'
import type { ReceiptState } from './bank-results'
import { answerLine, type SaidOfLine } from './line-answers'
import { fen } from './money'

const said = (state: ReceiptState, amountFen = 100): SaidOfLine[] => [{ _id: 'r', state, amountFen: fen(amountFen), text: '户名不符' }]
const line = (state: LineState, over: object = {}) => ({
  state,
  settled: false,
  amountFen: fen(100),
  creditedFen: fen(state === 'credited' ? 100 : 0),
  ...over,
})

test.each<[LineState, ReceiptState | 'none', string | null]>([
  ['planned', 'credited', 'credit'],
  ['planned', 'failed', 'refuse'],
  ['planned', 'returned', 'return'],
  ['planned', 'unknown', 'doubt'],
  ['planned', 'none', null],
  ['credited', 'credited', null],
  ['credited', 'returned', 'return'],
  ['credited', 'none', 'silence'],
  ['refused', 'credited', 'credit'],
  ['refused', 'failed', null],
  ['mending', 'credited', 'credit'],
  ['mended', 'credited', 'credit'],
  ['mended', 'failed', null],
  ['reissued', 'failed', null],
])('%s, and the bank says %s: %s', (state, bank, act) => {
  const answer = answerLine(line(state), bank === 'none' ? [] : said(bank))
  expect([answer.act, answer.differs]).toEqual([act, null])
})

test.each<[LineState, ReceiptState]>([
  ['reissued', 'credited'],
  ['left-out', 'credited'],
  ['recovered', 'failed'],
  ['unrecoverable', 'returned'],
])('%s, and the bank says %s: nothing moves in silence, somebody has to look', (state, bank) => {
  const answer = answerLine(line(state), said(bank))
  expect(answer.act).toBeNull()
  expect(answer.differs).toContain('请人核对')
  expect(answer.creditedFen).toBe(bank === 'credited' ? 100 : 0)
})

test('what a person wrote down from paper stands, and what a receipt says otherwise is shown', () => {
  expect(answerLine(line('credited', { settled: true }), said('failed'))).toMatchObject({ act: null, creditedFen: 100 })
  expect(answerLine(line('credited', { settled: true }), said('failed')).differs).toContain('没有入账')
  expect(answerLine(line('refused', { settled: true }), said('failed')).differs).toBeNull()
})

test('whatever follows from a receipt can follow', () => {
  for (const state of lineStates)
    for (const bank of ['credited', 'failed', 'returned', 'unknown'] as const) {
      const { act } = answerLine(line(state), said(bank))
      if (act !== null) expect(canBe(lineTransitions, act, state)).toBe(true)
    }
})

test('what came in another amount than the bank was given has come, and somebody is asked to look', () => {
  const { act, creditedFen, differs } = answerLine(line('planned'), said('credited', 70))
  expect([act, creditedFen]).toEqual(['credit', 70])
  expect(differs).toBe('报给银行的是 1 元，银行说到账 0.70 元，请与银行核对。')
  expect(answerLine(line('planned'), said('credited')).differs).toBeNull()
})

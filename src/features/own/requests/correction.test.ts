import { fen } from '#domain/money/money'
import type { PaymentLine } from '#contract/household/actions'
import { correctionFault, paymentsToAskAbout, sayPayment } from './correction'

const line = (over: Partial<PaymentLine>): PaymentLine => ({
  id: 'a',
  programme: 'minimum-living',
  name: '低保金',
  month: '2026-10',
  period: '2026年10月',
  dueFen: fen(76200),
  state: 'waiting',
  ...over,
})

test('a part and a few words are needed', () => {
  expect(correctionFault(undefined, '不对')).toEqual({ field: 'part', words: expect.stringContaining('请先选') })
  expect(correctionFault('money', ' 少 ')).toEqual({ field: 'correction-words', words: expect.stringContaining('几个字') })
  expect(correctionFault('money', '少了')).toBeUndefined()
})

test('payments that have not come are offered, those that came or were sent again are not', () => {
  const lines = [
    line({}),
    line({ id: 'b', state: 'credited' }),
    line({ id: 'c', state: 'failed', retriedIn: '2026-11' }),
    line({ id: 'd', state: 'failed' }),
  ]
  expect(paymentsToAskAbout(lines).map(({ id }) => id)).toEqual(['a', 'd'])
})

test('a payment is told apart by its name, sum, period and state', () => {
  expect(sayPayment(line({}), '2026-10-12')).toBe('低保金 762 元（2026年10月，在路上）')
})

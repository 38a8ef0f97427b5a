import { bankAmount, bankLine, bankTrailer, UnwritableField, type BankFileLayout } from './bank-file'
import { fen } from './money'

const layout: BankFileLayout = {
  ...{ encoding: 'gb18030', separator: '|', lineEnd: '\r\n', unit: '元', fileName: 'x', source: '虚构' },
  line: [{ what: 'serial' }, { what: 'card' }, { what: 'account-name' }, { what: 'amount' }],
  trailer: [{ what: 'count' }, { what: 'total' }],
}
const fixed: BankFileLayout = {
  ...{ ...layout, separator: '', unit: '分', lineEnd: '\n' },
  line: [
    { what: 'serial', width: 4 },
    { what: 'account-name', width: 8 },
    { what: 'amount', width: 10 },
    { what: 'text', text: 'A' },
  ],
}
const totals = { count: 1, totalFen: fen(105005), day: '2026-10-12', month: '2026-10', batch: '第1批' } as const
const line = { serial: 7, card: '6200', accountName: '陈阿公', amountFen: fen(105005), programme: '低保金', period: '2026年10月' }
/** Two bytes for whatever is not ASCII; 𬞟 cannot be written. */
const measured = (text: string) =>
  text.includes('𬞟') ? undefined : [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 128 ? 1 : 2), 0)

test.each([
  [5, '0.05'],
  [100, '1.00'],
  [105005, '1050.05'],
])('%d 分 are written %s', (amount, text) => expect(bankAmount(layout, fen(amount))).toBe(text))

test('separated, and of fixed width: numbers filled from the left, words from the right', () => {
  expect(bankLine(layout, line, totals, measured)).toBe('7|6200|陈阿公|1050.05\r\n')
  expect(bankTrailer(layout, totals, measured)).toBe('1|1050.05\r\n')
  expect(bankLine(fixed, line, totals, measured)).toBe('0007陈阿公  0000105005A\n')
})

test.each([
  ['分隔', { accountName: '陈|阿公' }],
  ['分隔', { accountName: '陈\n阿公' }],
  ['空的', { card: '' }],
  ['写不了', { accountName: '蓝秀𬞟' }],
])('what cannot be written is refused, not cut: %s', (why, over) => {
  expect(() => bankLine(layout, { ...line, ...over }, totals, measured)).toThrow(UnwritableField)
  expect(() => bankLine(layout, { ...line, ...over }, totals, measured)).toThrow(why)
})

test('longer than its width is refused', () => {
  expect(() => bankLine(fixed, { ...line, accountName: '阿依古丽买买提' }, totals, measured)).toThrow('只给 8 个字节')
})

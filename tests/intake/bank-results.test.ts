import { loadCounty } from '#local/county/load'
import { bankIn, readResult } from '#domain/money/bank-results'

const { banks } = loadCounty('config/counties/wencheng')
const said = (code: string, words: string) => readResult(banks, undefined, code, words)

test.each([
  ['0000', '交易成功'],
  ['90', '支付成功'],
  ['AAAAAAA', '交易成功'],
  ['', '已入账'],
  ['', '发放成功'],
  ['', '代付成功'],
  ['S', ''],
  ['SUCCESS', ''],
  ['success', ''],
  ['成功', ''],
  ['', '交易成功。'],
  ['', '  交易成功 '],
  ['0', ''],
  ['000000', '处理成功'],
  ['', '入账成功'],
  ['', '已发放'],
  ['', '已支付'],
  ['', '已到账'],
  ['', '打款成功'],
  ['', '转账成功'],
  ['', '付款成功'],
  ['', '记账成功'],
  ['', '成功入账'],
  ['０００００', ''],
  ['', '0000-交易成功'],
  ['', '[0000]交易成功'],
  ['0000', '文成农商银行'],
  ['', '入帐成功'],
])('%s %s is credited', (code, words) => expect(said(code, words)).toBe('credited'))

test.each([
  ['', '成功后退汇'],
  ['', '成功冲正'],
  ['', '冲正成功'],
  ['0000', '成功后退汇'],
  ['0000', '已退汇'],
  ['', '交易成功(已退汇)'],
  ['', '交易成功（冲正）'],
  ['', '退款成功'],
  ['', '已撤销'],
  ['', '退票'],
  ['', '入账后退回'],
])('%s %s was taken back', (code, words) => expect(said(code, words)).toBe('returned'))

test.each([
  ['E101', '户名不符'],
  ['91', '支付失败'],
  ['', '交易失败'],
  ['', '账户已销户'],
  ['', '未成功'],
  ['F', ''],
  ['FAIL', 'whatever'],
  ['E305', '账户冻结，联系客户'],
  ['失败', '户名不符'],
])('%s %s failed', (code, words) => expect(said(code, words)).toBe('failed'))

test.each([
  ['', '部分成功'],
  ['0000', '部分成功'],
  ['', '处理中'],
  ['0000', '处理中'],
  ['Z9', '其他'],
  ['1', ''],
  ['0000', '交易失败'],
  ['E101', '交易成功'],
  ['', '交易成功，待清算'],
  ['', '成功与否待查'],
  ['0000', '成功 失败'],
  ['0000', '挂账'],
  ['', ''],
])('%s %s waits for a person', (code, words) => expect(said(code, words)).toBe('unknown'))

test('a bank’s own list goes before the common one', () => {
  const own = { credited: ['91'], failed: ['90'], returned: [] }
  expect([readResult(banks, own, '91', ''), readResult(banks, own, '90', ''), readResult(banks, own, '90', '支付成功')]).toEqual([
    'credited',
    'failed',
    'unknown',
  ])
})

test('which bank a file names', () => {
  expect([bankIn(banks, '农商行_代发回执_20261015.txt')?.id, bankIn(banks, '文成农商银行代发结果')?.id, bankIn(banks, '回执.txt')]).toEqual(
    ['rural-commercial', 'rural-commercial', undefined],
  )
})

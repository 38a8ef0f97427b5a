import { compactOf } from '#domain/cells'
import { monthOf, type Day, type Month } from '#domain/dates'
import { readLooseDate, statedDay } from '#domain/loose-dates'
import { monthIn } from '#domain/periods'
import { FileFault } from '../files/sheet'
import { titleOf, type KindOfFile, type Source } from '../kind'
import { readCard, readFen, readSomeDate } from '../tables/checks'
import type { ColumnSpecs } from '../tables/columns'
import { acceptedOf, dataRows, type DataRow } from '../tables/data-rows'
import { writeReceipts } from '../write/receipts'

const columns = {
  serial: { names: ['序号', '编号', '流水号'] },
  card: { names: ['账号', '卡号', '银行账号', '收款账号', '银行卡号', '账户'], required: true },
  account_name: { names: ['户名', '账户名', '收款人', '姓名', '收款户名'] },
  amount: { names: ['金额', '交易金额', '代发金额', '发放金额', '实发金额'], required: true },
  result_code: { names: ['结果码', '返回码', '响应码', '处理结果码', '错误码', '状态码', '交易结果', '处理结果', '状态'], required: true },
  result_text: { names: ['结果说明', '返回信息', '响应信息', '说明', '失败原因', '处理说明', '备注'] },
  posting_date: { names: ['入账日期', '交易日期', '记账日期', '入账时间', '到账日期', '交易时间'] },
} satisfies ColumnSpecs
type Key = keyof typeof columns

/** A line of a bank receipt. `amountFen` in 分. */
export interface ReceiptRow { card: string; amountFen: number; state: 'credited' | 'failed'; code: string; text: string; postedOn: Day | null; row: number }

/** What a receipt as a whole says: the month it answers, and the day of the batch, which tells a second try from the first. */
export interface ReceiptBatch { month: Month; day: Day }

/** 农商行_代发回执. */
export const bankReceipt: KindOfFile = {
  kind: 'bank-receipt',
  label: '银行代发回执',
  columns,
  take(source) {
    const rows = source.tables.flatMap((table) => dataRows<Key>(table, ['card']))
    const batch = batchOf(source, rows)
    const accepted = acceptedOf(rows, (row): ReceiptRow => {
      const card = readCard(row, 'card')
      const amountFen = readFen(row, 'amount')
      const [code, text] = [compactOf(row.cell('result_code')), row.text('result_text')]
      if (code === '' && text === '') row.reject('result_code', 'result_missing')
      const credited = isCredited(code, text)
      const on = credited ? readSomeDate(row, 'posting_date', '入账日期', source.until) : null
      return { card, amountFen, code, text: text || code, state: credited ? 'credited' : 'failed', postedOn: on?.length === 10 ? on : null, row: row.number }
    })
    return { rows, amountFen: accepted.reduce((sum, { amountFen }) => sum + amountFen, 0), write: (to) => writeReceipts(to, batch, accepted) }
  },
}

/** 0000 and 成功 are money in the account; every other code, and 不成功, is not. */
const isCredited = (code: string, text: string): boolean =>
  /^0+$/.test(code) || (/^(交易|处理|代发|入账)?成功$/.test(code) || (code === '' && /成功/.test(text) && !/[不未]成功/.test(text)))

/** From the posting days (refused lines have none), else from what title or file name state. */
function batchOf({ tables, fileName, until }: Source, rows: DataRow<Key>[]): ReceiptBatch {
  const days = rows.flatMap((row) => {
    const read = readLooseDate(row.cell('posting_date'))
    return 'on' in read && read.on.length === 10 ? [read.on] : []
  })
  const named = statedDay(fileName) ?? statedDay(titleOf(tables))
  const month = mostFrequent(days.map(monthOf)) ?? (named && monthOf(named)) ?? monthIn(fileName)
  if (!month) throw new FileFault('没有看出是哪个月的代发回执：没有入账日期，文件名里也没有日期。请在文件名里写上 20261015 这样的日期，再导入。')
  return { month, day: named ?? days.sort().at(-1) ?? until }
}

function mostFrequent(list: string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0]
}

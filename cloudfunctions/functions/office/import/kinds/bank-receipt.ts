import { compactOf, isBlank } from '#domain/cells'
import { monthOf, type Day, type Month } from '#domain/dates'
import { readLooseDate, statedDay } from '#domain/loose-dates'
import { monthIn } from '#domain/periods'
import { FileFault } from '../files/sheet'
import { titleOf, type KindOfFile, type Source } from '../kind'
import { readCard, readFen, readSomeDate } from '../tables/checks'
import { columnsOf } from '../tables/columns'
import { acceptedOf, dataRows, type DataRow } from '../tables/data-rows'
import { writeReceipts } from '../write/receipts'

const columns = columnsOf('bank-receipt', {
  serial: {},
  card: { required: true, sole: true },
  account_name: {},
  amount: { required: true, sole: true },
  result_code: { required: true },
  result_text: {},
  posting_date: {},
  remark: {},
})
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
  // A plan may have such a column too, still blank.
  isThis: (tables) => tables.some(({ at, body }) => body.some(({ cells }) => ['result_code', 'result_text'].some((key) => !isBlank(cells[at.get(key) ?? -1])))),
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

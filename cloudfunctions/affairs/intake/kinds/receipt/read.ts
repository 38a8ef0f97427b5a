import { compactOf, isBlank } from '#domain/files/cells'
import { bankIn, readResult, type Bank, type ReceiptState } from '#domain/money/bank-results'
import type { Day, Month } from '#domain/time/dates'
import type { FileVersion } from '#domain/files/file-versions'
import { readLooseDate, statedDay } from '#domain/time/loose-dates'
import { monthsIn, statedMonth } from '#domain/time/periods'
import { FileFault } from '../../reading/sheet'
import { titleOf, versionOfFile, type KindOfFile, type Source } from '../../kind'
import { readCard, readFen, readSomeDate } from '../../tables/checks'
import { columnsOf } from '../../tables/columns'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { writeReceipts } from './write'

const columns = columnsOf('bank-receipt', {
  serial: {},
  card: { required: true, sole: true },
  account_name: {},
  amount: { required: true, sole: true },
  result_code: { required: true },
  result_text: {},
  month: {},
  posting_date: {},
  remark: {},
})
type Key = keyof typeof columns

/** A line of a bank receipt. `amountFen` in 分; `stated` is the month that the line itself names. */
export interface ReceiptRow {
  card: string
  amountFen: number
  state: ReceiptState
  code: string
  text: string
  postedOn: Day | null
  stated: Month | null
  row: number
}

/**
 * What a receipt as a whole says: the day of the batch, which tells a second try from the first; when most of it was paid; the
 * month that it states.
 */
export interface ReceiptBatch {
  day: Day
  paidOn: Day
  stated: Month | null
}

/** 农商行_代发回执. */
export const bankReceipt: KindOfFile = {
  kind: 'bank-receipt',
  label: '银行代发回执',
  columns,
  // A plan may have such a column too, still blank.
  isThis: (tables) =>
    tables.some(({ at, body }) =>
      body.some(({ cells }) => ['result_code', 'result_text'].some((key) => !isBlank(cells[at.get(key) ?? -1]))),
    ),
  take(source) {
    const { banks } = source.county
    // Two equal lines without numbers may be two payments: 150 元 of one programme, and 150 元 of another.
    const rows = markCopies(
      source.tables.flatMap((table) => dataRows<Key>(table, ['card'])),
      (row) => row.text('serial') !== '',
    )
    const batch = batchOf(source, rows)
    const bank = bankIn(banks, `${source.fileName} ${titleOf(source.tables)}`)
    const accepted = acceptedOf(rows, (row): ReceiptRow => {
      const card = readCard(row, 'card')
      const amountFen = readFen(row, 'amount')
      const [code, text] = [compactOf(row.cell('result_code')), row.text('result_text')]
      if (code === '' && text === '') row.reject('result_code', 'result_missing')
      const state = readResult(banks, bank, code, text)
      if (state === 'unknown') row.warn('result_unknown', [code, text].filter(Boolean).join(' '))
      const on = state === 'credited' ? readSomeDate(row, 'posting_date', '入账日期', source.until) : null
      const months = monthsIn(row.text('month'))
      return {
        card,
        amountFen,
        code,
        text: text || code,
        state,
        postedOn: on?.length === 10 ? on : null,
        stated: months.length === 1 ? months[0]! : null,
        row: row.number,
      }
    })
    return {
      rows,
      amountFen: accepted.reduce((sum, { amountFen }) => sum + amountFen, 0),
      write: (to) => writeReceipts(to, { ...versionOfReceipt(source, bank), ...batch, fileName: source.fileName }, accepted),
    }
  },
}

/** Two receipts of a bank and day are two tellings of one batch, unless they name different programmes. */
function versionOfReceipt(source: Source, bank: Bank | undefined): FileVersion {
  const version = versionOfFile(source)
  const told = compactOf(`${source.fileName} ${titleOf(source.tables)}`)
  const programmes = source.county.programmes
    .filter(({ name, aliases }) => [name, ...aliases].some((one) => told.includes(one)))
    .map(({ id }) => id)
  return { ...version, agency: bank?.id ?? version.agency, label: [version.label, ...programmes].filter(Boolean).join(' ') }
}

/** The batch's day: what title or file name state, else the last posting day (refused lines have none). */
function batchOf({ tables, fileName }: Source, rows: DataRow<Key>[]): ReceiptBatch {
  const days = rows.flatMap((row) => {
    const read = readLooseDate(row.cell('posting_date'))
    return 'on' in read && read.on.length === 10 ? [read.on] : []
  })
  const named = statedDay(fileName) ?? statedDay(titleOf(tables))
  const stated = statedMonth(fileName) ?? statedMonth(titleOf(tables)) ?? null
  const paidOn = mostFrequent(days) ?? named ?? (stated && `${stated}-28`)
  if (!paidOn)
    throw new FileFault('没有看出是哪个月的代发回执：没有入账日期，文件名里也没有日期。请在文件名里写上 20261015 这样的日期，再导入。')
  return { day: named ?? days.sort().at(-1) ?? paidOn, paidOn, stated }
}

function mostFrequent(list: string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0]
}

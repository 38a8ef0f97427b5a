import { sumFen } from '#domain/money/money'
import { compactOf } from '#domain/files/cells'
import { bankIn, readResult, type Bank } from '#domain/money/bank-results'
import { statedDay, type DateRead } from '#domain/time/loose-dates'
import { monthsIn, statedMonth } from '#domain/time/periods'
import { FileFault } from '../../reading/sheet'
import { versionOfFile, type Reading, type Source } from '../kind'
import { readCard, readFen, readSomeDate } from '../../tables/checks'
import { plainHeading } from '../../tables/headings'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { titleOf } from '../../tables/find-table'
import type { VersionOfFile } from '../../writing/versions'
import { isOfFailures, saysWhyNot, type ReceiptKey } from './columns'
import type { ReceiptBatch, ReceiptRow, Receipts } from './rows'
import { compareTotals } from './totals'
import { isDay, type Day } from '#domain/time/dates'

export function readReceipts(source: Source): Reading<ReceiptRow, Receipts> {
  const { banks } = source.county
  // Two equal lines without numbers may be two payments: 150 元 of one programme, and 150 元 of another.
  const rows = markCopies(
    source.tables.flatMap((table) => dataRows<ReceiptKey>(table, ['card'])),
    (row) => row.text('serial') !== '',
  )
  const batch = batchOf(source, rows)
  const bank = bankIn(banks, `${source.fileName} ${titleOf(source.tables)}`)
  const failedOnes = new Set(source.tables.filter((table) => isOfFailures(table, source.fileName)))
  const read = new Map<DataRow, ReceiptRow>()
  const own = acceptedOf(rows, (row): ReceiptRow => {
    const card = readCard(row, 'card')
    const amountFen = readFen(row, 'amount', { negative: 'receipt_negative' })
    const [code, text] = [resultCode(row), row.text('result_text')]
    const isFailed = failedOnes.has(row.table) || (code !== '' && saysWhyNot(row.table.headings.get('result_code') ?? ''))
    if (code === '' && text === '' && !isFailed) row.reject('result_code', 'result_missing')
    const said = readResult(banks, bank, code, text)
    // What the list as a whole says goes for reasons that no bank's list knows; a success among failures, nobody guesses.
    const state =
      isFailed && said === 'unknown' && !/(?<![不未])成功/.test(code + text) ? 'failed' : isFailed && said === 'credited' ? 'unknown' : said
    if (state === 'unknown') row.warn('result_unknown', [code, text].filter(Boolean).join(' '))
    // What is to come has not come.
    const isToCome = state === 'credited' && isAfter(row.date('posting_date'), source.today)
    if (isToCome) row.reject('posting_date', 'posted_in_future')
    const on = state === 'credited' && !isToCome ? readSomeDate(row, 'posting_date', '入账日期', source.today) : null
    const months = monthsIn(row.text('month'))
    const line: ReceiptRow = {
      card,
      amountFen,
      code,
      text: text || code || '没有写原因',
      state,
      postedOn: on && isDay(on) ? on : null,
      stated: months.length === 1 ? months[0]! : null,
      ...(bank?.repeatsSerial && /^\d{1,7}$/.test(row.text('serial')) && { serial: Number(row.text('serial')) }),
      at: row.place,
    }
    read.set(row, line)
    return line
  })
  compareTotals(source.tables, read)
  return {
    rows,
    amountFen: sumFen(own.map(({ amountFen }) => amountFen)),
    accepted: own,
    told: { version: versionOfReceipt(source, bank), batch: { ...batch, lines: own.length } },
  }
}

const isAfter = (read: DateRead, day: Day): boolean => 'on' in read && read.on > day

/** Below 是否成功 a 是 is 成功, and a 否 失败. */
function resultCode(row: DataRow<ReceiptKey>): string {
  const written = compactOf(row.cell('result_code'))
  if (!/^是否(已)?(发放|代发|支付|入账|到账|交易)*(成功|到账|入账|发放)$/.test(plainHeading(row.table.headings.get('result_code'))))
    return written
  return /^[是√✓yY]$/.test(written) ? '成功' : /^[否×✗xXnN]$/.test(written) ? '失败' : written
}

/** Two receipts of a bank and day are two tellings of one batch, unless they name different programmes. */
function versionOfReceipt(source: Source, bank: Bank | undefined): VersionOfFile {
  const version = versionOfFile(source)
  const told = compactOf(`${source.fileName} ${titleOf(source.tables)}`)
  const programmes = source.county.programmes
    .filter(({ name, aliases }) => [name, ...aliases].some((one) => told.includes(one)))
    .map(({ id }) => id)
  return { ...version, agency: bank?.id ?? version.agency, label: [version.label, ...programmes].filter(Boolean).join(' ') }
}

/** The batch's day: what title or file name state, else the last posting day (refused lines have none). */
function batchOf({ tables, fileName, directed }: Source, rows: DataRow<ReceiptKey>[]): Omit<ReceiptBatch, 'lines'> {
  const days = rows.flatMap((row) => {
    const read = row.date('posting_date')
    return 'on' in read && isDay(read.on) ? [read.on] : []
  })
  const named = statedDay(fileName) ?? statedDay(titleOf(tables))
  const stated = directed?.month ?? statedMonth(fileName) ?? statedMonth(titleOf(tables)) ?? null
  const paidOn = mostFrequent(days) ?? named ?? (stated && (`${stated}-28` as const))
  if (!paidOn)
    throw new FileFault('没有看出是哪个月的代发回执：没有入账日期，文件名里也没有日期。请在文件名里写上 20261015 这样的日期，再导入。')
  return { day: named ?? days.sort().at(-1) ?? paidOn, paidOn, stated }
}

function mostFrequent(list: Day[]): Day | undefined {
  const counts = new Map<Day, number>()
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0]
}

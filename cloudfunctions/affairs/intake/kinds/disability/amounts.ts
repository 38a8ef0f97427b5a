import { compactOf } from '#domain/files/cells'
import { fen, sumFen, yuan, type Fen } from '#domain/money/money'
import { monthsOf, type Period } from '#domain/time/list-periods'
import { readFen } from '../../tables/checks'
import type { DataRow } from '../../tables/data-rows'
import type { DisabilityKey } from './columns'

/** 困难残疾人生活补贴, 重度残疾人护理补贴. */
export type Allowance = 'living' | 'care'
type Amount = { allowance: Allowance; amountFen: Fen }
type Row = DataRow<DisabilityKey>

/**
 * What a row says is due of each allowance: by a column for each, or one amount and which of the two it is. What cannot be read or told
 * apart rejects the row. `words`: what its sheet says of itself, then the file.
 */
export function amountsOf(row: Row, words: string[], period: Period | undefined): Amount[] {
  const columns = (['living', 'care'] as const).filter((allowance) => row.has(keyOf[allowance]))
  if (columns.length === 0) return onlyAmount(row, words)
  const total = readFen(row, 'total', { blankIs: null })
  const stated = columns.flatMap((allowance): Amount[] => {
    const amountFen = readFen(row, keyOf[allowance], { blankIs: null })
    return amountFen === null ? [] : [{ allowance, amountFen }]
  })
  if (row.faults.length > 0) return []
  if (stated.length === 0) {
    if (total === null) row.reject(row.has('total') ? 'total' : keyOf[columns[0]!], 'amount_missing')
    else return onlyAmount(row, words)
    return []
  }
  const amounts = forThePeriod(row, stated, total, period)
  if (total !== null && row.faults.length === 0 && sum(amounts) !== total)
    row.warn('parts_do_not_add_up', `两项加起来 ${yuan(sum(amounts))} 元，合计写 ${yuan(total)} 元`)
  // 0 in one column says that the person has a right to the other alone.
  const due = amounts.filter(({ amountFen }) => amountFen !== 0)
  return due.length > 0 ? due : amounts
}
const keyOf = { living: 'living_allowance', care: 'care_allowance' } as const

const sum = (amounts: Amount[]): Fen => sumFen(amounts.map(({ amountFen }) => amountFen))

/**
 * Columns may say what is due a month (元/月) in a list of several months: times the months it is what the total says. Where nothing
 * shows it, the row is rejected: it could be a third of what is due, or three times.
 */
function forThePeriod(row: Row, amounts: Amount[], total: Fen | null, period: Period | undefined): Amount[] {
  const isMonthly = amounts.some(({ allowance }) => perMonth(row, keyOf[allowance]))
  const months = Number(compactOf(row.cell('months')).replace(/个?月$/, ''))
  const isOneMonth = months === 1 || (!(months > 1) && period !== undefined && monthsOf(period).from === monthsOf(period).until)
  if (!isMonthly || isOneMonth || (total !== null && sum(amounts) === total)) return amounts
  const whole = amounts.map((one) => ({ ...one, amountFen: fen(one.amountFen * months) }))
  if (months > 1 && Number.isInteger(months) && total !== null && sum(whole) === total) return whole
  row.reject(keyOf[amounts[0]!.allowance], 'amount_a_month')
  return []
}

const perMonth = ({ table }: Row, key: string): boolean =>
  [table.headings.get(key) ?? '', ...(table.groups.get(key) ?? [])].some((text) => /\/月|每月|月标准|元／月/.test(text))

/** One amount: a column, or the list as a whole, says which allowance it is. */
function onlyAmount(row: Row, words: string[]): Amount[] {
  const amountFen = readFen(row, 'total')
  const written = row.text('allowance')
  const allowance = allowanceIn(written) ?? (written === '' ? words.map(allowanceIn).find(Boolean) : undefined)
  if (!allowance) row.reject('allowance', 'allowance_unknown', written)
  return allowance ? [{ allowance, amountFen }] : []
}

/** 护理补贴, 重残; 生活补贴, 困残. Nothing where a text names both or neither. */
function allowanceIn(text: string): Allowance | undefined {
  const [living, care] = [/生活补|困残|困难残疾人|生活/.test(text), /护理|重残|重度残疾人/.test(text)]
  return living === care ? undefined : living ? 'living' : 'care'
}

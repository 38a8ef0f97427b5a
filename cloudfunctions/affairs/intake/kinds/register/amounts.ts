import { sumFen, type Fen } from '#domain/money/money'
import { categoryRule } from '#domain/county/categories'
import type { County } from '#domain/county/county'
import type { Category } from '#domain/register/register'
import { askColumn, Asking, sayColumn } from '../../asking'
import { mayHold } from '../../evidence/judge'
import { readFen } from '../../tables/checks'
import { unreadColumns } from '../../tables/unread-columns'
import { categoryIn, type Group, type Row } from './groups'

/** What is paid every month, as 低保 and 特困 are: without an amount nobody could see what is due. */
export const isPaid = (county: County, category: Category | undefined): boolean =>
  category !== undefined && categoryRule(county, category)?.monthly === true

/**
 * A register of paid households of which no column is known to be the amounts, though there are some that nobody read and that may be.
 * @throws Asking which of them it is.
 */
export function askForAmounts(groups: Group[], county: County): void {
  const without = groups.filter(({ table, rows }) => !table.at.has('monthly_amount') && isPaid(county, categoryIn(rows, table, county)))
  const unread = unreadColumns(without.flatMap(({ rows }) => rows)).filter(({ table, column }) => mayHold('amount', table.cells(column)))
  if (unread.length === 0) return
  throw new Asking(
    `名册里有低保、特困，但没有认出每月金额是哪一列；没认得的列：${unread.map(({ heading }) => heading).join('、')}。`,
    unread.map(({ table: { sheet, columns: headings }, column }) =>
      askColumn({ sheet, headings, column }, `工作表“${sheet}”${sayColumn({ headings, column })}是不是每月金额`, [
        { value: 'monthly_amount', label: '月保障金' },
      ]),
    ),
  )
}

/** The amounts of the rows, rejected ones too; a household's amount that is repeated in every row counts once. */
export function amountsOf(rows: Row[]): { row: Row; fen: Fen }[] {
  const found = rows.flatMap((row) => {
    const fen = readFen(row, 'monthly_amount', { blankIs: null })
    return fen === null ? [] : [{ row, fen }]
  })
  const repeated =
    found.length > 1 &&
    found.length === rows.length &&
    rows.slice(1).every((row) => row.text('head_id') !== '' || row.text('head_name') !== '') &&
    found.every(({ fen }) => fen === found[0]!.fen)
  return repeated ? found.slice(0, 1) : found
}

/** What the accepted rows grant together in 分 a month; null when they name no amount. */
export function sumOf(amounts: { row: Row; fen: Fen }[]): Fen | null {
  const accepted = amounts.filter(({ row }) => row.faults.length === 0)
  return accepted.length === 0 ? null : sumFen(accepted.map(({ fen }) => fen))
}

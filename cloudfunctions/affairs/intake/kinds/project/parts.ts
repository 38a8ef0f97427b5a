import type { LedgerPart } from '#store/work/projects'
import { FileFault } from '../../reading/sheet'
import { unreadColumns } from '../../tables/unread-columns'
import { amountKeys, partNames, partsOf, shareKeys } from './columns'
import type { Row } from './rows'

/** The parts that a ledger has no columns for in any of its sheets. */
export function lacking(rows: Row[]): LedgerPart[] {
  const there = new Set([...new Set(rows.map(({ table }) => table))].flatMap(({ at }) => partsOf(at)))
  return (Object.keys(partNames) as LedgerPart[]).filter((part) => !there.has(part))
}

/** Names them, once, on the first row. */
export function lookForParts(rows: Row[]): void {
  const first = rows.find(({ faults }) => faults.length === 0)
  const names = lacking(rows).map((part) => partNames[part])
  if (first && names.length > 0) first.warn('part_missing', names.join('”“'))
}

/**
 * A ledger of which no column is money, or a sheet about money without its amounts: nothing can be taken for 0.
 * @throws FileFault naming the columns that nobody read: one of them most likely is the amounts under another heading.
 */
export function refuseWithoutMoney(rows: Row[]): void {
  const amounts = ['total', ...amountKeys, ...shareKeys]
  const tables = [...new Set(rows.map(({ table }) => table))]
  if (tables.length === 0) return
  const bare = tables.filter(({ at }) => partsOf(at).includes('money') && !amounts.some((key) => at.has(key)))
  const partial = tables.filter((table) => {
    const { at } = table
    return (
      partsOf(at).includes('money') &&
      !at.has('total') &&
      !at.has('issued') &&
      !shareKeys.some((key) => at.has(key)) &&
      unreadIn(rows, [table]).length > 0
    )
  })
  const none = tables.every(({ at }) => !amounts.some((key) => at.has(key)))
  const faulty = none ? tables : [...new Set([...bare, ...partial])]
  if (faulty.length === 0) return
  const unread = unreadIn(rows, faulty)
  const where = faulty.map(({ sheet }) => `“${sheet}”`).join('')
  throw new FileFault(
    `认出是扶贫项目台账，但工作表${where}里没有认出金额是哪一列${unread.length > 0 ? `；没认得的列：${unread.join('、')}` : ''}。所以一行也没有导入。请把金额那一列的表头写成“总投资(元)”“下达金额(元)”这样，或在县资料包的 columns.json 里补上这个叫法，再导入。`,
  )
}

const unreadIn = (rows: Row[], tables: Row['table'][]): string[] => [
  ...new Set(unreadColumns(rows.filter(({ table }) => tables.includes(table))).map(({ heading }) => heading)),
]

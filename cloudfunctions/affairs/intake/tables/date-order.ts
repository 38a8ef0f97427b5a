import { slashOrderOf, type SlashOrder } from '#domain/time/slashed-dates'
import type { Table } from './find-table'

type Order = ReturnType<typeof slashOrderOf>
const known = new WeakMap<Table, Map<string, Order>>()

/** What the cells of one column say of how its dates are written. */
export function writtenOrder(table: Table, key: string): Order {
  const orders = known.get(table) ?? new Map<string, Order>()
  known.set(table, orders)
  if (!orders.has(key)) orders.set(key, slashOrderOf(cellsBelow(table, key)))
  return orders.get(key)
}

function* cellsBelow({ body, at }: Table, key: string) {
  const column = at.get(key)
  if (column !== undefined) for (const { cells } of body) yield cells[column]
}

/** How dates such as 10/1/2026 are read in a column: as its cells say, else as somebody who was asked; nothing where neither does. */
export function orderOfDates(table: Table, key: string): SlashOrder | undefined {
  const order = writtenOrder(table, key)
  return order === 'unsure' ? table.dates : order === 'mixed' ? undefined : order
}

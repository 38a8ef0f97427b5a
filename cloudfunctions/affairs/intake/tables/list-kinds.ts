import { compactOf, digitsOf } from '#domain/files/cells'
import type { DataRow } from './data-rows'
import { titleOf, type Table } from './find-table'

/** All that a file says of itself: its name, its sheets' names, what stands above their headings. */
export const wordsOf = (tables: Table[], fileName: string): string =>
  compactOf([fileName, ...tables.map(({ sheet }) => sheet), titleOf(tables)].join(' '))

/** A plan that pays the same money names cards and what is paid to each: then words in its title make no list of it. */
export const paysCards = (tables: Table[]): boolean => tables.some(({ at }) => at.has('card'))
export const isPlan = (words: string): boolean => /发放计划|支付计划|用款计划|资金计划/.test(words)

/** The account that a row of a list names, if it is one: a list is no plan, and does without. */
export function cardOn<K extends string>(row: DataRow<K>, key: K): string | undefined {
  const { text, precisionLost } = digitsOf(row.cell(key), 15)
  return !precisionLost && /^\d{8,30}$/.test(text) ? text : undefined
}

/** A text, where one stands: `{school: '南田小学'}`, or nothing. */
export const stated = <Key extends string, Value>(key: Key, value: Value | undefined | ''): { [K in Key]?: Value } =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { [K in Key]?: Value }

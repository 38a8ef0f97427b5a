import { categoryNamed, categoryOfTitle } from '#domain/county/categories'
import type { County } from '#domain/county/county'
import { compactOf } from '#domain/files/cells'
import { idOf } from '#domain/people/id-cell'
import { normaliseName } from '#domain/people/names'
import type { Category } from '#domain/register/register'
import type { Source } from '../kind'
import { dataRows, type DataRow } from '../../tables/data-rows'
import type { Table } from '../../tables/find-table'
import type { RegisterKey } from './columns'

export type Row = DataRow<RegisterKey>

/** Rows of one household; without a `head` they stand below nothing that says whose they are. */
export interface Group {
  head: Row | undefined
  rows: Row[]
  writtenTown: string
  writtenVillage: string
  table: Table
}

/** The households of a table: one begins where a head is named who is not the last one again. */
export function householdsIn(table: Table, { places }: Source): Group[] {
  const titleTown = (places.town(table.sheet) ?? places.townIn(table.sheet) ?? places.townIn(table.title.join(' ')))?.name ?? ''
  const groups: Group[] = []
  let [town, village, headKey] = [titleTown, '', '']
  for (const row of dataRows<RegisterKey>(table, ['id', 'name'])) {
    const own = idOf(row.cell('head_id')).text || normaliseName(row.text('head_name'))
    const again = row.has('head_id') || !isHead(row.text('relation')) ? own === headKey : false
    const begins = row.has('head_id') || row.has('head_name') ? own !== '' && !again : !row.has('relation') || isHead(row.text('relation'))
    town = row.text('town') || town
    village = row.text('village') || village
    if (begins || groups.length === 0)
      groups.push({ head: begins ? row : undefined, rows: [], writtenTown: town, writtenVillage: village, table })
    if (begins) headKey = own
    groups.at(-1)!.rows.push(row)
  }
  return groups
}

/** Whether this relation to the head is the head's own. */
export const isHead = (relation: string): boolean => /^(户主|本人|申请人)$/.test(compactOf(relation))

/** The category of some rows: the first that one of them names, else the only one that the sheet or its title names. */
export const categoryIn = (rows: Row[], table: Table, county: County): Category | undefined =>
  categoryNamed(county, compactOf(rows.map((row) => row.text('category')).find(Boolean) ?? '')) ??
  categoryOfTitle(county, compactOf(`${table.sheet} ${table.title.join(' ')}`))

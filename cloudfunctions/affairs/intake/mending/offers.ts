import type { Cell } from '#domain/files/cells'
import { textOf } from '#domain/files/cells'
import { normaliseName } from '#domain/people/names'
import { mac, versionsOf, type Keys } from '#kernel/seal/keys'
import { open } from '#kernel/seal/seal'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import type { QuarantinedRow, RefusedColumn } from '#store/intake/quarantine'
import { persons, type Person } from '#store/people/register'
import { asksForPeople, repairOf } from './repairers'

/** A refused row with what stands in it, and the columns of its table. */
export interface OpenedRow {
  row: QuarantinedRow
  cells: Cell[]
  columns: RefusedColumn[]
}

/** A repair offered for a row. `id` names it without telling what it is. */
export interface Offer {
  id: string
  column: number
  to: string
  question: string
}

/** What may be offered for each of these rows, in their order; most have nothing. */
export async function offersFor({ db, keys }: { db: Db; keys: Keys }, rows: OpenedRow[]): Promise<(Offer | undefined)[]> {
  const names = rows.map((one) => (asksForPeople(one.row.code) ? nameBeside(one) : ''))
  const known = await numbersOf({ db, keys }, names.filter(Boolean))
  return rows.map(({ row, cells, columns }, i) => {
    const failed = columns.find(({ key }) => key === row.field)
    if (!failed) return undefined
    const repair = repairOf({ code: row.code, cell: cells[failed.column] ?? null, known: known.get(names[i]!) ?? [] })
    return repair && { ...repair, column: failed.column, id: offerId(keys, row._id, repair.to) }
  })
}

/** Whose number the failed one is: id has its name, head_id its head_name, guardian_id its guardian. */
function nameBeside({ row: { field }, cells, columns }: OpenedRow): string {
  const whose = field.replace(/_?id(_number)?$/, '')
  const wanted = whose === '' ? ['name'] : [`${whose}_name`, whose]
  const column = wanted.map((key) => columns.find((one) => one.key === key)).find(Boolean)?.column
  return column === undefined ? '' : normaliseName(textOf(cells[column]))
}

/** The identity numbers of everyone who is known by these names. */
async function numbersOf({ db, keys }: { db: Db; keys: Keys }, names: string[]): Promise<Map<string, string[]>> {
  const found = await findIn(db, persons, 'name', names, ['name', 'idSealed'])
  const numbers = new Map<string, string[]>()
  for (const { name, idSealed } of found as Pick<Person, 'name' | 'idSealed'>[])
    numbers.set(name, [...(numbers.get(name) ?? []), open(keys, idSealed)])
  return numbers
}

const offerId = (keys: Keys, rowId: string, to: string): string =>
  mac(keys, 'once', JSON.stringify(['offer', rowId, to]), versionsOf(keys)[0])
    .toString('hex')
    .slice(0, 16)

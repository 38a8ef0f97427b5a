import type { Cell } from '#domain/files/cells'
import { compactOf, digitsOf, textOf } from '#domain/files/cells'
import { normaliseName } from '#domain/people/names'
import { readPhones } from '#domain/people/phones'
import { gazetteer, type Gazetteer } from '#domain/place/places'
import { readLooseDate } from '#domain/time/loose-dates'
import type { Day } from '#domain/time/dates'
import { whoMayBe, type Wanted } from '#affairs/persons/who-may-be'
import type { Comparing } from '#affairs/persons/describe'
import { mac, versionsOf, type Keys } from '#kernel/seal/keys'
import type { QuarantinedRow, RefusedColumn } from '#store/intake/quarantine'
import { asksForPeople, repairOf, repairsBy } from './repairers'

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

/** What may be offered for each of these rows, in their order: most have nothing; of several people who may be meant, a person chooses. */
export async function offersFor(on: Comparing, rows: OpenedRow[]): Promise<Offer[][]> {
  const places = gazetteer(on.county)
  const wanted = rows.map((one) => (asksForPeople(one.row.code) ? wantedBy(one, places) : undefined))
  const asked = wanted.filter((one) => one !== undefined)
  const answers = asked.length > 0 ? await whoMayBe(on, asked) : []
  const peopleOf = new Map(asked.map((one, i) => [one, answers[i]!]))
  return rows.map(({ row, cells, columns }, i) => {
    const failed = columns.find(({ key }) => key === row.field)
    if (!failed) return []
    const people = wanted[i] ? repairsBy(peopleOf.get(wanted[i])!) : []
    const other = people.length > 0 ? undefined : repairOf({ code: row.code, cell: cells[failed.column] ?? null })
    return [...people, ...(other ? [other] : [])].map((repair) => ({
      ...repair,
      ...{ column: failed.column, id: offerId(on.keys, row._id, repair.to) },
    }))
  })
}

/** Whom a row is about, as far as it can be read, by the failed number, too: id has its name, head_id its head_name. */
function wantedBy({ row: { field, code }, cells, columns }: OpenedRow, places: Gazetteer): Wanted | undefined {
  const cellOf = (...keys: string[]): Cell => {
    const column = keys.map((key) => columns.find((one) => one.key === key)).find(Boolean)?.column
    return column === undefined ? null : (cells[column] ?? null)
  }
  const whose = field.replace(/_?id(_number)?$/, '')
  const name = normaliseName(textOf(whose === '' ? cellOf('name') : cellOf(`${whose}_name`, whose)))
  if (name === '') return undefined
  const number = { idNumber: digitsOf(cellOf(field)).text || undefined, idCut: code === 'id_precision_lost' }
  const town = places.town(textOf(cellOf('town')))
  const home = town && (places.village(town, textOf(cellOf('village')))?.code ?? town.code)
  if (whose !== '') return { name, ...number, home }
  const birth = readLooseDate(cellOf('birth', 'birthday', 'birth_date'))
  const sex = compactOf(cellOf('gender', 'sex')).replace(/性$/, '')
  return {
    ...{ name, ...number, home },
    ...('on' in birth && birth.on.length === 10 && { birth: birth.on as Day }),
    ...((sex === '男' || sex === '女') && { sex: sex as '男' | '女' }),
    phones: readPhones(textOf(cellOf('phone'))).numbers,
  }
}

const offerId = (keys: Keys, rowId: string, to: string): string =>
  mac(keys, 'once', JSON.stringify(['offer', rowId, to]), versionsOf(keys)[0])
    .toString('hex')
    .slice(0, 16)

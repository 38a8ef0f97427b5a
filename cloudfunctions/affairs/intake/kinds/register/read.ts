import { categoryNamed } from '#domain/county/categories'
import { sumFen } from '#domain/money/money'
import { compactOf } from '#domain/files/cells'
import { idOf } from '#domain/people/id-cell'
import type { Town, Village } from '#domain/county/county'
import { unknownVillageOf } from '#domain/place/divisions'
import { normaliseName } from '#domain/people/names'
import type { Reading, Source } from '../kind'
import { compareWithId, readId, readName, readPhone, readSomeDate } from '../../tables/checks'
import type { Register, RegisterHousehold, RegisterMember } from './rows'
import { monthOf } from '#domain/time/dates'
import { categoryIn, householdsIn, isHead, type Group, type Row } from './groups'
import { amountsOf, isPaid, askForAmounts, sumOf } from './amounts'

/** One row per person, household cells blank or merged below the head's row. */
export function readRegister(source: Source): Reading<RegisterHousehold, Register> {
  const groups = source.tables.flatMap((table) => householdsIn(table, source))
  askForAmounts(groups, source.county)
  const taken = new Map<string, string>()
  const households = groups.flatMap((group) => readHousehold(group, source, taken))
  const amountFen = sumFen(households.flatMap(({ monthlyFen }) => monthlyFen ?? []))
  return { rows: groups.flatMap(({ rows }) => rows), amountFen, accepted: households, told: { on: source.until } }
}

function readHousehold(
  { head, rows, writtenTown, writtenVillage, table }: Group,
  { places, until, county }: Source,
  taken: Map<string, string>,
): RegisterHousehold[] {
  const town = places.town(writtenTown)
  const village = town && places.village(town, writtenVillage)
  const category = categoryIn(rows, table, county)
  const members = rows.flatMap((row): (Omit<RegisterMember, 'at'> & { row: Row })[] => {
    const member = readMember(row, row === head, taken)
    if (!head) row.reject('head_name', 'household_missing')
    else lookAtHome(row, row === head, town, village, writtenTown, writtenVillage)
    if (!category || (row.text('category') !== '' && !categoryNamed(county, compactOf(row.cell('category')))))
      row.reject('category', 'category_unknown')
    return row.faults.length === 0 ? [{ ...member, row }] : []
  })
  if (head) checkCount(head, rows.length)
  const amounts = amountsOf(rows)
  if (isPaid(county, category) && !rows.some((row) => row.text('monthly_amount') !== '')) {
    for (const row of rows) row.reject('monthly_amount', 'amount_missing', '月保障金')
  }
  const accepted = members.filter(({ row }) => row.faults.length === 0)
  for (const { id, row } of accepted) {
    row.about = id
    compareWithId(row, id, 'gender', 'birth')
  }
  const startMonth = head && head.text('start_month') !== '' ? readSomeDate(head, 'start_month', '起始年月', until) : null
  if (!head || !town || !category || accepted.length === 0) return []
  const headId = idOf(head.cell('head_id')).text
  const headMember = accepted.find(({ id }) => id === headId) ?? accepted.find(({ relation }) => relation === '户主') ?? accepted[0]!
  return [
    {
      headName: normaliseName(head.text('head_name')) || headMember.name,
      headId: headMember.id,
      townCode: town.code,
      villageCode: village?.code ?? unknownVillageOf(town),
      category,
      certificateNo: rows.map((row) => compactOf(row.cell('certificate_no'))).find(Boolean) ?? '',
      monthlyFen: sumOf(amounts),
      startMonth: startMonth && monthOf(startMonth),
      members: accepted.map(({ id, name, relation, phone, row }) => ({
        id,
        name,
        relation,
        phone,
        at: row.place,
      })),
    },
  ]
}

function readMember(row: Row, heads: boolean, taken: Map<string, string>): Omit<RegisterMember, 'at'> {
  const id = readId(row, 'id')
  const name = readName(row, 'name')
  if (row.faults.length === 0 && taken.has(id)) row.reject('id', 'person_twice', taken.get(id))
  else if (row.faults.length === 0) taken.set(id, `${row.sheet} 第 ${row.number} 行`)
  const relation = compactOf(row.cell('relation'))
  return {
    id,
    name,
    relation: isHead(relation) || (relation === '' && heads) ? '户主' : relation || '家庭成员',
    phone: readPhone(row, 'phone'),
  }
}

/**
 * A household nobody could find is not taken in without its town; one whose village the county pack does not know is, and
 * somebody must look.
 */
function lookAtHome(
  row: Row,
  isHeads: boolean,
  town: Town | undefined,
  village: Village | undefined,
  writtenTown: string,
  writtenVillage: string,
): void {
  if (!town) row.reject('town', 'town_unknown', writtenTown || '空白')
  else if (!village && isHeads) row.warn('place_unknown', `${town.name}${writtenVillage || '空白的村'}`)
}

function checkCount(head: Row, listed: number): void {
  const stated = compactOf(head.cell('member_count')).replace(/人$/, '')
  if (/^\d+$/.test(stated) && Number(stated) !== listed) head.warn('member_count_differs', `写 ${stated} 人，列了 ${listed} 人`)
}

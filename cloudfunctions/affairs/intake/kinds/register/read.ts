import { compactOf, digitsOf } from '#domain/files/cells'
import type { Town, Village } from '#domain/county/county'
import { unknownVillageOf } from '#domain/place/divisions'
import { normaliseName } from '#domain/people/names'
import type { Category } from '#domain/register/register'
import { FileFault } from '../../reading/sheet'
import type { Reading, Source } from '../kind'
import { compareWithId, readFen, readId, readName, readPhone, readSomeDate } from '../../tables/checks'
import { dataRows, type DataRow } from '../../tables/data-rows'
import type { Table } from '../../tables/find-table'
import { unreadColumns } from '../../tables/unread-columns'
import type { Register, RegisterHousehold, RegisterMember } from './rows'
import { categoryOf, onlyCategoryIn, type RegisterKey } from './columns'
import { monthOf } from '#domain/time/dates'

type Row = DataRow<RegisterKey>

/** One row per person, household cells blank or merged below the head's row. */
export function readRegister(source: Source): Reading<Register> {
  const groups = source.tables.flatMap((table) => householdsIn(table, source))
  refuseWithoutAmounts(groups)
  const taken = new Map<string, string>()
  const households = groups.flatMap((group) => readHousehold(group, source, taken))
  const amountFen = households.reduce((sum, { monthlyFen }) => sum + (monthlyFen ?? 0), 0)
  return { rows: groups.flatMap(({ rows }) => rows), amountFen, accepted: { on: source.until, households } }
}

/** Rows of one household; without a `head` they stand below nothing that says whose they are. */
interface Group {
  head: Row | undefined
  rows: Row[]
  writtenTown: string
  writtenVillage: string
  table: Table
}

function householdsIn(table: Table, { places }: Source): Group[] {
  const titleTown = (places.town(table.sheet) ?? places.townIn(table.sheet) ?? places.townIn(table.title.join(' ')))?.name ?? ''
  const groups: Group[] = []
  let [town, village, headKey] = [titleTown, '', '']
  for (const row of dataRows<RegisterKey>(table, ['id', 'name'])) {
    const own = digitsOf(row.cell('head_id')).text || normaliseName(row.text('head_name'))
    const again = row.has('head_id') || !isHead(row.text('relation')) ? own === headKey : false
    const begins = row.has('head_id') || row.has('head_name') ? own !== '' && !again : isHead(row.text('relation'))
    town = row.text('town') || town
    village = row.text('village') || village
    if (begins || groups.length === 0)
      groups.push({ head: begins ? row : undefined, rows: [], writtenTown: town, writtenVillage: village, table })
    if (begins) headKey = own
    groups.at(-1)!.rows.push(row)
  }
  return groups
}

const isHead = (relation: string): boolean => /^(户主|本人|申请人)$/.test(compactOf(relation))

const categoryIn = (rows: Row[], table: Table): Category | undefined =>
  categoryOf(rows.map((row) => row.text('category')).find(Boolean) ?? '') ?? onlyCategoryIn(`${table.sheet} ${table.title.join(' ')}`)

function readHousehold(
  { head, rows, writtenTown, writtenVillage, table }: Group,
  { places, until }: Source,
  taken: Map<string, string>,
): RegisterHousehold[] {
  const town = places.town(writtenTown)
  const village = town && places.village(town, writtenVillage)
  const category = categoryIn(rows, table)
  const members = rows.flatMap((row): (Omit<RegisterMember, 'warn'> & { row: Row })[] => {
    const member = readMember(row, row === head, taken)
    if (!head) row.reject('head_name', 'household_missing')
    else lookAtHome(row, row === head, town, village, writtenTown, writtenVillage)
    if (!category || (row.text('category') !== '' && !categoryOf(row.text('category')))) row.reject('category', 'category_unknown')
    return row.faults.length === 0 ? [{ ...member, row }] : []
  })
  if (head) checkCount(head, rows.length)
  const amounts = amountsOf(rows)
  if (category && isPaid(category) && !rows.some((row) => row.text('monthly_amount') !== '')) {
    for (const row of rows) row.reject('monthly_amount', 'amount_missing', '月保障金')
  }
  const accepted = members.filter(({ row }) => row.faults.length === 0)
  for (const { id, row } of accepted) {
    row.about = id
    compareWithId(row, id, 'gender', 'birth')
  }
  const startMonth = head && head.text('start_month') !== '' ? readSomeDate(head, 'start_month', '起始年月', until) : null
  if (!head || !town || !category || accepted.length === 0) return []
  const headId = digitsOf(head.cell('head_id')).text
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
        warn: (code, detail) => row.warn(code, detail),
      })),
    },
  ]
}

/** 低保 and 特困 are paid every month: without an amount nobody could see what is due. */
const isPaid = (category: Category): boolean => category === 'minimum-living' || category === 'destitute'

/**
 * A register of paid households whose column of amounts was not found, though there is a column that nobody read.
 * @throws FileFault naming that column: it is most likely the amounts under another heading.
 */
function refuseWithoutAmounts(groups: Group[]): void {
  const without = groups.filter(
    ({ table, rows }) =>
      !table.at.has('monthly_amount') &&
      rows.some((row) => isPaid(categoryIn(rows, table) ?? 'near-minimum') && !row.has('monthly_amount')),
  )
  const unread = [...new Set(unreadColumns(without.flatMap(({ rows }) => rows)).map(({ heading }) => heading))]
  if (unread.length === 0) return
  throw new FileFault(
    `名册里有低保、特困，但没有认出每月金额是哪一列；没认得的列：${unread.join('、')}。所以一行也没有导入。请把金额那一列的表头改成“月保障金(元)”，或在县资料包的 columns.json 里补上这个叫法，再导入。`,
  )
}

function readMember(row: Row, heads: boolean, taken: Map<string, string>): Omit<RegisterMember, 'warn'> {
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

/** The amounts of the rows, rejected ones too; a household's amount that is repeated in every row counts once. */
function amountsOf(rows: Row[]): { row: Row; fen: number }[] {
  const found = rows.flatMap((row) => {
    const fen = readFen(row, 'monthly_amount', null)
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
function sumOf(amounts: { row: Row; fen: number }[]): number | null {
  const accepted = amounts.filter(({ row }) => row.faults.length === 0)
  return accepted.length === 0 ? null : accepted.reduce((sum, { fen }) => sum + fen, 0)
}

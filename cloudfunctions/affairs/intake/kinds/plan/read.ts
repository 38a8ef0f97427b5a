import { sumFen } from '#domain/money/money'
import type { County, Programme } from '#domain/county/county'
import { compactOf } from '#domain/files/cells'
import { monthOf as monthOfDay } from '#domain/time/dates'
import { maskName, normaliseName } from '#domain/people/names'
import { normalisePeriod } from '#domain/time/periods'
import { FileFault } from '../../reading/sheet'
import { versionOfFile, type Reading, type Source } from '../kind'
import { lookAtPlace, readCard, readFen, readId, readName } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows } from '../../tables/data-rows'
import type { PlanKey } from './columns'
import type { Plan, PlanRow } from './rows'
import { planMonths } from './months'

export function readPlan(source: Source): Reading<PlanRow, Plan> {
  const months = planMonths(source)
  const programmes = programmesOf(source.county)
  const rows = markCopies(
    source.tables.flatMap((table) => dataRows<PlanKey>(table, ['id', 'name', 'card']).filter((row) => !months.begins(table, row))),
  )
  const own = acceptedOf(rows, (row): PlanRow => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const card = readCard(row, 'card')
    const dueFen = readFen(row, 'amount')
    const known = months.monthOf(row.table, row)
    if (!known) row.reject('period', 'month_unknown')
    // Of a row that is not taken in, any month will do.
    const month = known ?? monthOfDay(source.until)
    const written = row.text('project')
    const programme = programmes.get(compactOf(written))
    if (written === '') row.reject('project', 'project_missing')
    else if (!programme) row.warn('programme_unknown', written)
    lookAtPlace(row, source.places, 'town', 'village')
    return {
      id,
      name,
      card,
      month,
      dueFen,
      accountName: normaliseName(row.text('account_name')) || name,
      programme: programme?.id ?? written,
      forWhom: programme?.paidTo === 'head' ? null : maskName(name),
      period: normalisePeriod(row.text('period')) || `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
      alike: false,
      at: row.place,
    }
  })
  refuseTwoVersions(own)
  const counts = countOf(own, ({ month }) => month)
  markAlike(own)
  return {
    rows,
    amountFen: sumFen(own.map(({ dueFen }) => dueFen)),
    accepted: own,
    told: { version: versionOfFile(source), counts: [...counts].sort() },
  }
}

const cardAndAmount = ({ card, dueFen }: Pick<PlanRow, 'card' | 'dueFen'>): string => `${card}/${dueFen}`

/** Marks the rows of whose card and amount there are several; most cards have one row. */
function markAlike(rows: PlanRow[]): void {
  const onCard = countOf(rows, ({ card }) => card)
  const some = rows.filter(({ card }) => onCard.get(card)! > 1)
  const alike = countOf(some, cardAndAmount)
  for (const row of some) row.alike = alike.get(cardAndAmount(row))! > 1
}

function countOf<T, K>(rows: T[], keyOf: (row: T) => K): Map<K, number> {
  const counts = new Map<K, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}

/** Two sheets that plan the same payments, of other amounts, are two versions of one: nobody can tell which holds. */
function refuseTwoVersions(rows: PlanRow[]): void {
  if (rows.every(({ at }) => at.sheet === rows[0]!.at.sheet)) return
  const keysOf = new Map<string, Set<string>>()
  for (const { at, id, programme, month, period } of rows)
    keysOf.set(at.sheet, (keysOf.get(at.sheet) ?? new Set()).add([id, programme, month, period].join('/')))
  const sheets = [...keysOf]
  sheets.forEach(([sheet, keys], i) =>
    sheets.slice(i + 1).forEach(([other, others]) => {
      const common = [...keys].filter((key) => others.has(key)).length
      if (common > 0 && common * 2 >= Math.max(keys.size, others.size)) {
        throw new FileFault(
          `工作表“${sheet}”和“${other}”写的是同一批人、同一笔钱，内容却不一样，不知道以哪一张为准，所以一行也没有导入。请只留一张，再导入。`,
        )
      }
    }),
  )
}

const programmesOf = ({ programmes }: County): Map<string, Programme> =>
  new Map(programmes.flatMap((programme) => [programme.name, ...programme.aliases].map((name) => [compactOf(name), programme] as const)))

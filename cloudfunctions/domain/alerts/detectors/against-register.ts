import { fen, sumFen, yuan } from '../../money/money'
import type { Programme } from '../../county/county'
import { sayMonth } from '../../time/dates'
import { monthIn } from '../../time/periods'
import type { Finding } from '../finding'
import { foldInto, type InFile } from './fold'
import { aboutRow, holdsFor, paymentRecord, placeOfHome, plainName, type ListedHome, type PlanMonth, type PlannedRow } from './plan-month'

/** Rules that hold a month's plan against the register's monthly amounts. */

interface Paying {
  id: string
  programme: Pick<Programme, 'name' | 'agency' | 'paysCategory'>
}

const paying = ({ programmes }: PlanMonth): Paying[] =>
  [...programmes].flatMap(([id, programme]) => (programme.paysCategory ? [{ id, programme }] : []))

/** This month's rows of a programme, by household; back pay of other months is not this month's. */
function rowsByHome({ rows, month }: PlanMonth, programme: string): Map<string, PlannedRow[]> {
  const homes = new Map<string, PlannedRow[]>()
  for (const row of rows) {
    if (row.programme !== programme || row.householdId === null || (monthIn(row.period) ?? month) !== month) continue
    homes.set(row.householdId, [...(homes.get(row.householdId) ?? []), row])
  }
  return homes
}

/** Planned is what the register does not say: neither one row nor all together are the household's monthly amount. */
export function amountMismatches(facts: PlanMonth): InFile[] | undefined {
  if (!holdsFor(facts)) return undefined
  return paying(facts).flatMap(({ id, programme: { name, paysCategory } }) =>
    [...rowsByHome(facts, id)].flatMap(([homeId, rows]): InFile[] => {
      const home = facts.homes.get(homeId)
      const planned = sumFen(rows.map(({ dueFen }) => dueFen))
      if (!home?.onRegister || home.category !== paysCategory || home.monthlyFen === null) return []
      if (planned === home.monthlyFen || rows.some(({ dueFen }) => dueFen === home.monthlyFen)) return []
      return [
        {
          ...aboutRow(facts, rows[0]!),
          subject: { kind: 'household', id: homeId },
          cause: id,
          why: `这一户的${name}，发放计划排了 ${yuan(planned)} 元，名册上是每月 ${yuan(home.monthlyFen)} 元，差 ${yuan(fen(Math.abs(planned - home.monthlyFen)))} 元。`,
          amountFen: fen(Math.abs(planned - home.monthlyFen)),
          records: [...rows.map(paymentRecord), { kind: 'household', id: homeId }],
          // The same difference, month after month, is the same matter.
          facts: [`${planned}`, `${home.monthlyFen}`],
        },
      ]
    }),
  )
}

/** A programme's plan is there when so many of those who are due stand in it; before that it comes in another batch. */
const coveredShare = 0.5

/**
 * On the register with a monthly amount, and not in the month's plan. Whole towns that are not in it are one matter each. `most`: so many
 * of one town are matters of their own.
 */
export function missingPayments(facts: PlanMonth, most: number): Finding[] | undefined {
  if (!holdsFor(facts)) return undefined
  return paying(facts).flatMap((one): Finding[] => {
    const planned = rowsByHome(facts, one.id)
    const due = [...facts.homes.values()].filter((home) => isDue(facts, one, home))
    const missing = due.filter(({ _id, names }) => !planned.has(_id) && !names.some((name) => facts.sentBackNames.has(plainName(name))))
    if (due.length - missing.length < due.length * coveredShare) return []
    const towns = new Map<string, ListedHome[]>()
    for (const home of missing) towns.set(home.townCode, [...(towns.get(home.townCode) ?? []), home])
    return [...towns].flatMap(([town, homes]) => {
      const findings = homes.map((home) => missingOf(facts, one, home))
      return homes.length > most ? [foldInto('missing_payment', { kind: 'place', id: town }, findings, one.id)] : findings
    })
  })
}

const isDue = ({ month }: PlanMonth, { programme }: Paying, { onRegister, category, monthlyFen, startMonth }: ListedHome): boolean =>
  onRegister && category === programme.paysCategory && monthlyFen !== null && monthlyFen > 0 && (startMonth === null || startMonth <= month)

const missingOf = ({ month }: PlanMonth, { id, programme }: Paying, home: ListedHome): Finding => ({
  subject: { kind: 'household', id: home._id },
  cause: id,
  agencyId: programme.agency,
  ...placeOfHome(home),
  why: `名册上这一户每月有${programme.name} ${yuan(home.monthlyFen!)} 元，${sayMonth(month, `${month}-01`)}的发放计划里没有他家。`,
  amountFen: home.monthlyFen!,
  records: [{ kind: 'household', id: home._id }],
  facts: [`${month} ${home.monthlyFen}`],
})

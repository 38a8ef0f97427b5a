import { fen, type Fen } from '#domain/money/money'
import type { County } from '#domain/county/county'
import { addMonths, type Month } from '#domain/time/dates'
import type { Entitlement } from './entitlements'
import type { Household, Person } from './household'
import { featured, invented } from './numbers'
import type { Dice } from './random'

/** One row of a payment plan. */
export interface Due {
  household: Household
  person: Person
  /** As files write it. */
  programme: string
  /** 属期: 2026年10月, 2026年第三季度, 2026年秋季, 2026年. */
  period: string
  fen: Fen
  /** In whose name the account is, where it is not the person's. */
  accountName?: string
}

type Payable =
  'minimum-living' | 'disability-living' | 'disability-care' | 'resettlement' | 'farmland' | 'upper-grant' | 'student-aid' | 'medical-aid'

/** The programmes' names in this county, by id. A programme that the county does not have is not paid. */
export type ProgrammeNames = Map<string, string>
export const programmeNames = (county: County): ProgrammeNames => new Map(county.programmes.map(({ id, name }) => [id, name]))

/** 2026-10 → 2026年10月 */
export const sayPeriod = (month: Month): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

const quarters = ['第一季度', '第二季度', '第三季度', '第四季度']

/** 2026-10 → 2026年第三季度: the quarter that has just ended. Undefined in months in which no quarter is paid. */
function quarterPaidIn(month: Month): string | undefined {
  if (Number(month.slice(5)) % 3 !== 1) return undefined
  const last = addMonths(month, -1)
  return `${last.slice(0, 4)}年${quarters[Number(last.slice(5)) / 3 - 1]}`
}

/** What a household is due in a month, without what is owed from earlier months. */
export function dueIn(
  month: Month,
  household: Household,
  rights: Map<string, Entitlement>,
  names: ProgrammeNames,
  setting: { chance: Dice; lastMonth: Month },
): Due[] {
  const due: Due[] = []
  const add = (person: Person, id: Payable, amount: Fen | undefined, period: string | undefined) => {
    const programme = names.get(id)
    if (amount && period && programme) due.push({ household, person, programme, period, fen: amount })
  }
  const thisYear = month.slice(0, 4)
  const calendarMonth = month.slice(5)
  const term = { '04': `${thisYear}年春季`, '10': `${thisYear}年秋季` }[calendarMonth]
  const [thisMonth, monthBefore, quarter] = [sayPeriod(month), sayPeriod(addMonths(month, -1)), quarterPaidIn(month)]

  household.members.forEach((person, i) => {
    const right = rights.get(person.id) ?? {}
    add(person, 'disability-living', right.livingFen, thisMonth)
    add(person, 'disability-care', right.careFen, thisMonth)
    // 特困 is paid from another list.
    if (i === 0 && household.category === 'minimum-living' && household.since <= month)
      add(person, 'minimum-living', household.monthlyFen, thisMonth)
    add(person, 'resettlement', right.resettlementFen, quarter)
    add(person, 'farmland', right.farmlandFen, calendarMonth === '10' ? `${thisYear}年` : undefined)
    add(person, 'upper-grant', right.upperGrantFen, calendarMonth === '06' ? `${thisYear}年` : undefined)
    add(person, 'student-aid', right.studentFen, term)
    add(person, 'medical-aid', medicalAid(household, i, month, setting), monthBefore)
  })
  return due
}

/** Bills come by chance; the featured head had one, four months before the last month. */
function medicalAid(
  household: Household,
  member: number,
  month: Month,
  { chance, lastMonth }: { chance: Dice; lastMonth: Month },
): Fen | undefined {
  if (household.featured) return member === 0 && month === addMonths(lastMonth, -4) ? featured.medicalAidFen : undefined
  if (!chance.chance(invented.medicalAidShareAMonth)) return undefined
  return fen(chance.int(30_000, 800_000))
}

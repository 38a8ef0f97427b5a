import type { Programme } from '../../county/county'
import type { ReceiptState } from '../../money/bank-results'
import type { Fen } from '../../money/money'
import { normaliseName } from '../../people/names'
import type { Category } from '../../register/register'
import type { Day, Month } from '../../time/dates'
import { normalisePeriod } from '../../time/periods'
import type { Finding } from '../finding'
import type { InFile } from './fold'

/** A row of a month's disbursement plan. Amounts in 分. */
export interface PlannedRow {
  _id: string
  importId: string
  personId: string
  householdId: string | null
  programme: string
  period: string
  dueFen: Fen
  accountName: string
}

/** A person whom the plan pays. `exits`: when they left the register. */
export interface PaidPerson {
  name: string
  birth: Day
  onRegister: boolean
  exits: readonly (Day | Month)[]
}

/** A household of the register. */
export interface ListedHome {
  _id: string
  townCode: string
  villageCode: string
  category: Category
  monthlyFen: Fen | null
  startMonth: Month | null
  onRegister: boolean
  /** Of everybody in it, its head and those who left too. */
  names: readonly string[]
}

/** A death as a list has it, and which. */
export interface Death {
  on: Day | Month
  eventId: string
}

/** A line of the bank's receipt. */
export interface BankLine {
  _id: string
  importId: string
  paymentId: string | null
  cardIndex: string
  amountFen: Fen
  state: ReceiptState
  postedOn: Day | null
  /** What it says, in the county's words. */
  words: string
}

/** What is known about one month's money. */
export interface PlanMonth {
  month: Month
  rows: readonly PlannedRow[]
  /** Rows of later plans for the same person, programme and period as a refused one here; of earlier ones that came, as one here. */
  later: readonly PlannedRow[]
  earlierPaid: readonly PlannedRow[]
  people: ReadonlyMap<string, PaidPerson>
  homes: ReadonlyMap<string, ListedHome>
  lines: readonly BankLine[]
  /** When people died, as departments' lists say. */
  deaths: ReadonlyMap<string, Death>
  /** Names in rows of the plan that were sent back: why somebody is not in it stands there already. */
  sentBackNames: ReadonlySet<string>
  /** The month that the newest register speaks of; nothing before the first. An older month cannot be held against it. */
  registerMonth: Month | undefined
  programmes: ReadonlyMap<string, Pick<Programme, 'name' | 'agency' | 'paysCategory' | 'excludes'>>
  /** Who made the plan: looks first where no programme is known. */
  planAgency: string
}

/** The register holds for a month that is not before its own. */
export const holdsFor = ({ registerMonth, month }: PlanMonth): boolean => registerMonth !== undefined && registerMonth <= month

export const nameOf = ({ programmes }: PlanMonth, programme: string): string => programmes.get(programme)?.name ?? programme

const agencyFor = ({ programmes, planAgency }: PlanMonth, programme: string): string => programmes.get(programme)?.agency ?? planAgency

/** What one due is: the same person, programme and period, however its period is written. */
export const dueKey = ({ personId, programme, period }: PlannedRow): string => `${personId}/${programme}/${normalisePeriod(period)}`

/** 2026年10月的低保金. */
export const sayDue = (facts: PlanMonth, { programme, period }: PlannedRow): string =>
  `${normalisePeriod(period)}的${nameOf(facts, programme)}`

export const placeOfHome = (home: ListedHome | undefined): Pick<Finding, 'townCode' | 'villageCode'> =>
  home ? { townCode: home.townCode, villageCode: home.villageCode } : {}

/** What findings about a row of the plan have in common. */
export const aboutRow = (
  facts: PlanMonth,
  row: PlannedRow,
): Pick<InFile, 'subject' | 'agencyId' | 'townCode' | 'villageCode' | 'importId'> => ({
  subject: { kind: 'person', id: row.personId },
  agencyId: agencyFor(facts, row.programme),
  importId: row.importId,
  ...placeOfHome(facts.homes.get(row.householdId ?? '')),
})

export const paymentRecord = ({ _id }: PlannedRow) => ({ kind: 'payment' as const, id: _id })

export const plainName = (name: string): string => normaliseName(name)

import type { Fen } from '#domain/money/money'
import type { Day, Month } from '#domain/time/dates'
import { collection, index } from '../db/collection'
import { digested, sealed } from '../db/keyed'

/** Where a line of a ledger stands. */
interface LedgerPlace {
  sheet: string
  row: number
}

/** Money of one source and batch. Amounts in 分; null where the ledger does not say, which is not 0. */
export interface ProjectMoney {
  source: string
  /** 文财农〔2026〕32号. */
  document: string
  batch: string
  /** A share of the investment, where the ledger has a column for each source. */
  plannedFen: Fen | null
  issuedOn: Day | Month | null
  issuedFen: Fen | null
  paidFen: Fen | null
  lastPaidOn: Day | Month | null
  spentFen: Fen | null
  at: LedgerPlace
}

/** How far it is. `progress` in hundredths of a percent: 78 % is 7800; null where it is not said or cannot be read. */
export interface ProjectProgress {
  stage: string
  plannedStart: Day | Month | null
  actualStart: Day | Month | null
  plannedEnd: Day | Month | null
  actualEnd: Day | Month | null
  progress: number | null
  /** What is written where a number should be: 主体结顶. */
  progressWritten: string
  delayReason: string
  at: LedgerPlace
}

export interface ProjectInspection {
  on: Day | Month | null
  by: string
  problem: string
  demand: string
  due: Day | Month | null
  state: string
  at: LedgerPlace
}

/** Parts of a ledger: each usually is a sheet of its own. */
export type LedgerPart = 'basics' | 'money' | 'progress' | 'inspections'

/**
 * A project as an agency's newest ledger has it; how earlier ones had it is kept in `former_rows`. `at` are the lines with its basics,
 * none where no sheet has them.
 */
export interface Project {
  _id: string
  digest: string
  /** Fingerprint of what the ledger says, wherever in it and as of whichever day. */
  said: string
  /** Its number; '' where the ledger gives none, and then its name tells it apart. */
  number: string
  name: string
  type: string
  townCode: string | null
  villageCode: string | null
  /** As written: a place that the county pack does not know is kept too. */
  town: string
  village: string
  site: string
  content: string
  owner: string
  contractor: string
  /** The office that answers for it. */
  inCharge: string
  manager: string
  phoneSealed: string | null
  totalFen: Fen | null
  households: number | null
  people: number | null
  at: LedgerPlace[]
  money: ProjectMoney[]
  progress: ProjectProgress[]
  inspections: ProjectInspection[]
  remarks: string[]
  /** What the ledger as a whole has no columns for: nothing can be said of it. */
  lacking: LedgerPart[]
  agency: string
  label: string
  /** The day as of which the ledger speaks. */
  asOf: Day
  importId: string
  importedAt: string
}
export const projects = collection<Project>('projects', [index('number'), index('townCode'), index('agency', 'label'), index('importId')], {
  digest: digested(),
  said: digested(),
  phoneSealed: sealed(),
})

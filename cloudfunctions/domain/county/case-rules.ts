import type { CaseKind, CaseStep } from '../work/cases'

/** What the county pack says of cases 办件: who decides, which steps each kind needs, why somebody may leave the register. */
export interface CaseRules {
  /** Id of the agency whose head or data officer decides. */
  agency: string
  kinds: Record<CaseKind, { steps: CaseStep[]; source: string; unverified?: boolean }>
  exitReasons: ExitReason[]
  /** What somebody who applies may choose as hardest, in their own words. */
  hardships: { id: string; name: string; source: string; unverified?: boolean }[]
}

/** `told` goes on after “因为”, to the household itself. */
interface ExitReason {
  id: string
  name: string
  told: string
  kind: 'exit' | 'died'
  source: string
  unverified?: boolean
}

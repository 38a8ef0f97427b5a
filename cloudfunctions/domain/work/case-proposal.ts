import type { RegisterDecision } from '../register/events'

type Decided = 'on' | 'reason' | 'evidence' | 'approver' | 'caseId'
type Without<T> = T extends unknown ? Omit<T, Decided> : never

/** What a case would change of the register: a decision without who decided, when and why. */
export type CaseProposal = Without<RegisterDecision>

/** Who asked for help with four things: who they are, how to reach them, what is hard. */
export interface Applicant {
  name: string
  idNumber: string
  phone?: string
  /** The pack's word for what is hard. */
  hardship?: string
  words: string
}

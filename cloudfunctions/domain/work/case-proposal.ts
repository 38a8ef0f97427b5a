import type { RegisterDecision } from '../register/events'

type Decided = 'on' | 'reason' | 'evidence' | 'approver' | 'caseId'
type Without<T> = T extends unknown ? Omit<T, Decided> : never

/** What a case would change of the register: a decision without who decided, when and why. */
export type CaseProposal = Without<RegisterDecision>

/** What is kept closed of a case: names and numbers of people who may be on no list yet, and what somebody wrote of them. */
export interface SealedProposal {
  proposal: CaseProposal
  /** By which papers; nothing before it is put forward. */
  evidence: string | null
}

/** Who asked for help with four things: who they are, how to reach them, what is hard. */
export interface Applicant {
  name: string
  idNumber: string
  phone?: string
  /** The pack's word for what is hard. */
  hardship?: string
  words: string
}

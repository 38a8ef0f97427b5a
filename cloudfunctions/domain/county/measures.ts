/**
 * What a household's plan 一户一策 may have done, and which causes it answers: 签约医生随访 answers 因病. `proof`: how it is known that it
 * worked, in words that a plan may change.
 */
export interface Measure {
  id: string
  name: string
  /** Ids of the pack's causes. */
  answers: string[]
  proof: string
  /** Programmes whose money goes with it. */
  programmes?: string[]
  source: string
  unverified?: boolean
}

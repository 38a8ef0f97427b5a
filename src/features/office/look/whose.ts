import type { SourceAnswer } from '#contract/supervision/source'
import type { StatedField } from '#domain/people/stated'

/** What is said and was decided of one person. */
export type Told = SourceAnswer['people'][number]

/** Whose field it is, and under which grant. */
export interface Whose {
  grantId: string
  householdId: string
  personId: string
  of: StatedField
}

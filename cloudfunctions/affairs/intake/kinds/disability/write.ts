import type { AwardFacts } from '#domain/money/awards'
import { writingAwards } from '../../writing/awards'
import type { AwardRow } from '../../writing/award-rows'

/** One of the two allowances of a person, in one period. */
export type DisabilityRow = AwardRow<Extract<AwardFacts, { kind: 'disability' }>>

export const writing = writingAwards('disability')

import type { AwardFacts } from '#domain/money/awards'
import { writingAwards } from '../../writing/awards'
import type { AwardRow } from '../../writing/award-rows'

/** What a household is due for its land in a year. */
export type FarmlandRow = AwardRow<Extract<AwardFacts, { kind: 'farmland' }>>

export const writing = writingAwards('farmland')

import type { AwardFacts } from '#domain/money/awards'
import { writingAwards } from '../../writing/awards'
import type { AwardRow } from '../../writing/award-rows'

/** What a pupil or student is due of one kind of aid in a term or year. */
export type SchoolingRow = AwardRow<Extract<AwardFacts, { kind: 'schooling' }>>

export const writing = writingAwards('schooling')

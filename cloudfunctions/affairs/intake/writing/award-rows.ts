import type { AwardFacts } from '#domain/money/awards'
import type { Fen } from '#domain/money/money'
import type { Period } from '#domain/time/list-periods'
import type { RowPlace } from '../tables/data-rows'
import type { VersionOfFile } from './versions'

/** What a row of a department's list says that somebody is due; a row of several columns of money says several. */
export interface AwardRow<Facts extends AwardFacts = AwardFacts> {
  id: string
  name: string
  programme: string
  called: string
  forWhom: string | null
  period: Period
  amountFen: Fen
  facts: Facts
  home?: string | undefined
  at: RowPlace
}

/** Which telling of its source a list is. */
export interface AwardList {
  version: VersionOfFile
}

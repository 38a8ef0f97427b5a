import type { Fen } from '#domain/money/money'
import type { Month } from '#domain/time/dates'
import type { RowPlace } from '../../tables/data-rows'
import type { VersionOfFile } from '../../writing/versions'

/** A row of a disbursement plan. `dueFen` in 分. */
export interface PlanRow {
  id: string
  name: string
  accountName: string
  card: string
  programme: string
  forWhom: string | null
  month: Month
  period: string
  dueFen: Fen
  home?: string | undefined
  at: RowPlace
}

/** Which telling of its source a plan is, and how many rows it has of each month. */
export interface Plan {
  version: VersionOfFile
  counts: [month: Month, rows: number][]
  /** Of one month, where the file prints its total. */
  printedFen?: Fen
}

import type { Fen } from '#domain/money/money'
import type { Month } from '#domain/time/dates'
import type { DataRow } from '../../tables/data-rows'
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
  row: number
  warn: DataRow['warn']
}

/** What a plan says, and which telling of its source it is. */
export interface Plan {
  version: VersionOfFile
  rows: PlanRow[]
}

import type { Day } from '#domain/time/dates'
import type { LedgerPart, Project, ProjectInspection, ProjectMoney, ProjectProgress } from '#store/work/projects'
import type { RowPlace } from '../../tables/data-rows'
import type { DataRow } from '../../tables/data-rows'
import type { VersionOfFile } from '../../writing/versions'
import type { ProjectKey } from './columns'

export type Row = DataRow<ProjectKey>

/** What a line says of the project itself; '' and null where it says nothing. */
export type Basics = Pick<
  Project,
  | 'type'
  | 'townCode'
  | 'villageCode'
  | 'town'
  | 'village'
  | 'site'
  | 'content'
  | 'owner'
  | 'contractor'
  | 'inCharge'
  | 'manager'
  | 'totalFen'
  | 'households'
  | 'people'
> & { phone: string | null }

/** A line of a ledger: whichever parts its sheet has. */
export interface ProjectRow {
  /** The project's number; without one, its name. */
  key: string
  number: string
  name: string
  at: RowPlace
  basics: Basics | null
  money: Omit<ProjectMoney, 'at'>[]
  progress: Omit<ProjectProgress, 'at'> | null
  inspection: Omit<ProjectInspection, 'at'> | null
  remark: string
}

/** Which telling of its source a ledger is, the day as of which it speaks, and the parts that it has no columns for. */
export interface Ledger {
  version: VersionOfFile
  asOf: Day
  lacking: LedgerPart[]
}

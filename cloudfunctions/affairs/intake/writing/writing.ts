import type { ImportResult } from '#contract/intake/actions'
import type { Day } from '#domain/time/dates'
import type { Keys } from '#kernel/seal/keys'
import type { Db } from '#store/db/collection'
import type { RowPlace } from '../tables/data-rows'
import type { WarningCode } from '../tables/reasons'

/** What writing needs. */
export interface Writing {
  db: Db
  keys: Keys
  importId: string
  /** Whose file it is, as far as the county pack knows it. */
  agencyId: string | null
  importedAt: string
  today: Day
  /** The day that the file speaks of. */
  spokenOn: Day
  /** The same where it states one itself; else it is spoken on the day of its import, and nobody is told so. */
  statedOn: Day | null
  /**
   * Keeps what somebody must look at in rows, seen only against what is there. It comes before the write that would hide it from an
   * import that is done again.
   */
  warn(seen: SeenLate[]): Promise<void>
}

export interface SeenLate {
  at: RowPlace
  /** Nobody, where a row is about no person. */
  personId: string | null
  code: WarningCode
  detail: string
}

/** Documents added and changed. */
interface Counts {
  added: number
  changed: number
}

/** What one chunk of a file came to. */
export interface Written extends Counts {
  /** Ids of the persons named, by identity number: warnings point to them. */
  personIds: Map<string, string>
  /** Ids of those none of whose rows stands: a later version of the file says otherwise. */
  silent?: Set<string>
}

/** What its end came to. */
export interface Finished extends Counts {
  /** Earlier files that this one is another version of. */
  versions?: ImportResult['versions']
}

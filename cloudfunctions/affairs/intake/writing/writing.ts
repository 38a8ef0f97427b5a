import type { ImportResult } from '#contract/intake/actions'
import type { Day } from '#domain/time/dates'
import type { Keys } from '#kernel/seal/keys'
import type { Db } from '#store/db/collection'

/** What writing needs. */
export interface Writing {
  db: Db
  keys: Keys
  importId: string
  importedAt: string
  today: Day
  /** The day that the file speaks of. */
  spokenOn: Day
}

export interface Written {
  added: number
  changed: number
  /** Ids of the persons named, by identity number: warnings point to them. */
  personIds: Map<string, string>
  /** Earlier files that this one is another version of. */
  versions?: ImportResult['versions']
}

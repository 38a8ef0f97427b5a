import type { Day, Month } from '#domain/time/dates'
import { spanKey, type Span } from '#domain/time/spans'
import type { Stored } from '#store/db/collection'
import type { Named } from './people'
import type { VersionOfFile } from './versions'

/** What a list says of somebody, with where it says it. */
export interface Statement extends Stored {
  digest: string
  personId: string
  householdId: string | null
  from: Month | null
  to: Month | null
  agency: string
  saidOn: Day
  sheet: string
  row: number
  importId: string
  importedAt: string
}

/** A row of such a list: whom it is about, and for which months. */
export interface SaidRow extends Named {
  span: Span | null
}

/** Which telling of its source a list is. */
export interface List {
  version: VersionOfFile
  /** The day that it speaks of. */
  saidOn: Day
}

/** The months as one word; '' where nobody knows which. */
export const scopeOf = (span: Span | null): string => (span ? spanKey(span) : '')
export const within = (span: Span | null) => ({ from: span?.from ?? null, to: span?.to ?? null })
export function spanOfScope(scope: string): Span {
  const [from, to = from] = scope.split('~') as [Month, Month?]
  return { from, to: to! }
}

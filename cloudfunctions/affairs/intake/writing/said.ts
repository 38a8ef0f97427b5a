import type { Day, Month } from '#domain/time/dates'
import { spanKey, type Span } from '#domain/time/spans'
import type { Collection, Stored } from '#store/db/collection'
import { inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import type { Brought } from './bring'
import type { Named } from './people'
import type { VersionOfFile } from './versions'
import type { Writing } from './writing'

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

export type Said = Pick<Statement, 'sheet' | 'row' | 'saidOn'>

/** What a corrected list says just as before stands in a row of its own, and it is said on another day. */
export async function followPlaces<T extends Statement>(
  { db }: Writing,
  of: Collection<T>,
  rows: Brought<T>[],
  before: Map<string, Said>,
): Promise<void> {
  const moved = rows.filter(({ document: { _id, sheet, row, saidOn }, standing, at }) => {
    const there = before.get(_id)
    return there !== undefined && standing.stands[at] && !(there.sheet === sheet && there.row === row && there.saidOn === saidOn)
  })
  await inTurns(moved, 8, ({ document: { _id, sheet, row, saidOn } }) => update(db, of, { _id }, { $set: { sheet, row, saidOn } }))
}

/** The months as one word; '' where nobody knows which. */
export const scopeOf = (span: Span | null): string => (span ? spanKey(span) : '')
export const within = (span: Span | null) => ({ from: span?.from ?? null, to: span?.to ?? null })
export function spanOfScope(scope: string): Span {
  const [from, to = from] = scope.split('~') as [Month, Month?]
  return { from, to: to! }
}

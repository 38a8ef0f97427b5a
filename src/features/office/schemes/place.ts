import type { BookView } from '#domain/money/scheme-book'

/** Where in the room somebody is; gone back from, one step up. */
export type Place =
  | { at: 'list' }
  | { at: 'open'; name: string }
  | { at: 'scheme'; id: string }
  | { at: 'members'; id: string; view: BookView; year?: number }
  | { at: 'join'; id: string }
  | { at: 'member'; id: string; from: Place }

/** One step up. */
export const above = (place: Place): Place =>
  place.at === 'member' ? place.from : place.at === 'members' || place.at === 'join' ? { at: 'scheme', id: place.id } : { at: 'list' }

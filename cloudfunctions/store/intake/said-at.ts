import type { Day } from '#domain/time/dates'

/**
 * Where a document's row stands, as Excel shows it, and the day that its file states; the file is its `importId`. Absent in what was taken
 * in before these were kept, and the day where the file states none.
 */
export interface SaidAt {
  sheet?: string
  row?: number
  saidOn?: Day
}

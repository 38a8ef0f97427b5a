import type { Db } from '../db/collection'
import { find } from '../db/read'
import { reports, type Report, type ReportLetter } from './reports'

/** Of a report what a list shows; not what is in its letters. */
export type ListedReport = Omit<Report, 'mailbox' | 'note' | 'letters'> & { letters: Pick<ReportLetter, 'by'>[] }
const listed = [
  'office',
  'receivedOn',
  'letterCount',
  'state',
  'category',
  'dueOn',
  'outcome',
  'closedOn',
  'destroyOn',
  'caseSealed',
  'letters.by',
  'spamSaid',
]

/**
 * An office's reports: those that are open by the day they are due, the others newest day first. Ids are random, so that within
 * a day the order says nothing. `after` is the day and id of the last one already seen.
 */
export function reportsOf(
  db: Db,
  office: string,
  open: boolean,
  limit: number,
  after?: { day: string; id: string },
): Promise<ListedReport[]> {
  const [field, direction, beyond] = open ? (['dueOn', 'asc', '$gt'] as const) : (['receivedOn', 'desc', '$lt'] as const)
  const later = after && { $or: [{ [field]: { [beyond]: after.day } }, { [field]: after.day, _id: { $gt: after.id } }] }
  return find(
    db,
    reports,
    { office, state: { [open ? '$nin' : '$in']: ['closed', 'spam'] }, ...later },
    {
      order: [
        [field, direction],
        ['_id', 'asc'],
      ],
      limit,
      fields: listed,
    },
  )
}

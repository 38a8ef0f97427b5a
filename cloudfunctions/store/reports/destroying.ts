import type { Day } from '#domain/time/dates'
import type { Db } from '../db/collection'
import { find, findIn } from '../db/read'
import { remove } from '../db/write'
import { reports, type Report, type ReportLetter } from './reports'

/** Of a report whose time is over, what is still to be done. */
export type DueReport = Pick<Report, '_id' | 'office' | 'receivedOn' | 'state' | 'category' | 'outcome' | 'closedOn'> & {
  letters: Pick<ReportLetter, 'id'>[]
}
export const reportsToDestroy = (db: Db, today: Day): Promise<DueReport[]> =>
  find(
    db,
    reports,
    { destroyOn: { $lte: today } },
    { order: [['_id', 'asc']], limit: 200, fields: ['office', 'receivedOn', 'state', 'category', 'outcome', 'closedOn', 'letters.id'] },
  )

/** False when it was taken back meanwhile. */
export const destroyReport = async (db: Db, _id: string, today: Day): Promise<boolean> =>
  (await remove(db, reports, { _id, destroyOn: { $lte: today } })) > 0

/** Which of these reports there still are. */
export const knownReports = async (db: Db, ids: string[]): Promise<string[]> =>
  (await findIn(db, reports, '_id', ids, ['office'])).map(({ _id }) => _id)

/** Which of these messages some report has. */
export const knownLetters = async (db: Db, messages: string[]): Promise<Set<string>> =>
  new Set((await findIn(db, reports, 'letters.id', messages, ['letters.id'])).flatMap(({ letters }) => letters.map(({ id }) => id)))

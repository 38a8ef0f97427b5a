import type { ReportOutcome } from '#domain/work/reports'
import { collection, multikey, undated, type Db } from '../db/collection'
import { find } from '../db/read'
import { insert, update, updateOne } from '../db/write'

/** How many destroyed reports there were of one kind: all that is left of them. Years are `YYYY`. */
export interface ReportTally {
  _id: string
  receivedIn: string
  closedIn: string
  office: string
  category: string
  outcome: ReportOutcome | 'spam'
  count: number
  /** Reports that are counted here already and still about to be destroyed: whoever was killed between does not count them again. */
  counting: string[]
}
export const reportTallies = undated(collection<ReportTally>('report_tallies', [multikey('counting')]))

/** Counts a report that is about to be destroyed; however often it is called, once. */
export async function countDestroyed(db: Db, reportId: string, kind: Omit<ReportTally, '_id' | 'count' | 'counting'>): Promise<void> {
  const _id = [kind.receivedIn, kind.closedIn, kind.office, kind.category, kind.outcome].join('/')
  try {
    await insert(db, reportTallies, { _id, ...kind, count: 0, counting: [] })
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
  }
  await updateOne(db, reportTallies, { _id, counting: { $ne: reportId } }, { $inc: { count: 1 }, $push: { counting: reportId } })
}

/** To be called when these reports are destroyed. */
export const forgetCounted = (db: Db, reportIds: string[]): Promise<number> =>
  update(db, reportTallies, { counting: { $in: reportIds } }, { $pull: { counting: { $in: reportIds } } })

/** Reports that were counted and, as far as anybody noted, not destroyed yet. */
export const stillCounting = async (db: Db): Promise<string[]> =>
  (await find(db, reportTallies, { counting: { $gt: '' } }, { fields: ['counting'] })).flatMap(({ counting }) => counting)

export const talliesOf = (db: Db, year: string): Promise<ReportTally[]> =>
  find(db, reportTallies, { $or: [{ receivedIn: year }, { closedIn: year }, { counting: { $gt: '' } }] })

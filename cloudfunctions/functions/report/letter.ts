import type { ReportOffice } from '#domain/county/report-rules'
import type { Day } from '#domain/time/dates'
import { refusals } from '#kernel/call/errors'
import type { Db } from '#store/db/collection'
import { partsThatCame, theirMessageCame } from '#store/reports/parts'
import { addLetter, roomFor, type Report, type ReportLetter, type WrappedKey } from '#store/reports/reports'
import { passedOn } from './recipients'

/** Of a message what is kept. */
export const letterOf = (
  { id, sealed, keys, parts }: { id: string; sealed: string; keys: WrappedKey[]; parts: number },
  day: Day,
): ReportLetter => ({ id, by: 'reporter', day, sealed, keys, announced: parts })

/**
 * A message without all its photos is not taken: the phone sends them again, and nobody thinks they arrived. The same for every
 * mailbox.
 */
export async function checkPhotos(db: Db, { id, parts }: { id: string; parts: number }): Promise<void> {
  const came = (await partsThatCame(db, [id])).map(({ index }) => index)
  const missing = parts - came.filter((index) => index < parts).length
  if (missing > 0) throw refusals.badInput(`照片还差 ${missing} 段没有送到。请再按一次，会从头补送。您写的和照片都还在手机里。`)
  if (came.length > parts) throw tooManyParts()
}

export const tooManyParts = () => refusals.badInput('送来的照片比说好的多，对不上。请另写一封再送。')

/**
 * Puts a letter into a mailbox, once; for no mailbox it asks the database the same and keeps nothing. What is refused only its
 * owner can see. False when the letter was there already.
 */
export async function drop(db: Db, report: Report | undefined, office: ReportOffice, letter: ReportLetter): Promise<boolean> {
  const isThere = report?.letters.some(({ id }) => id === letter.id)
  if (report && !isThere && report.office !== office.id) throw passedOn()
  const kept = await addLetter(db, report?._id ?? nowhere, letter)
  if (report && !isThere && !kept && report.letterCount >= roomFor.reporter)
    throw refusals.badInput('这封举报里的信太多，放不下了。请另写一封新的举报。')
  if (letter.announced > 0) await theirMessageCame(db, kept || isThere ? letter.id : nowhere)
  return !report || kept !== undefined
}

/** The id of no report. */
const nowhere = '-'

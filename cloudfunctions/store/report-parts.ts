import type { Day } from '#domain/dates'
import { collection, find, findEach, findIn, index, insert, remove, undated, type Db } from './collection'

/** One sealed part of a photo. `_id` is `<message>/<index>`: the same part twice is one. It comes before the message that it belongs to. */
export interface ReportPart { _id: string; message: string; index: number; day: Day; sealed: string }
export const reportParts = undated(collection<ReportPart>('report_parts', [index('message'), index('day')]))

const idOf = (message: string, at: number) => `${message}/${at}`

export async function keepPart(db: Db, part: Omit<ReportPart, '_id'>): Promise<void> {
  try {
    await insert(db, reportParts, { _id: idOf(part.message, part.index), ...part })
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
  }
}

/** Some parts of a message in their order, as far as they came. */
export const partsOf = (db: Db, message: string, first: number, count: number): Promise<ReportPart[]> =>
  find(db, reportParts, { _id: { $in: Array.from({ length: count }, (_, i) => idOf(message, first + i)) } }, { order: [['index', 'asc']] })

/** Which parts of these messages came. */
export const partsThatCame = (db: Db, messages: string[]): Promise<Pick<ReportPart, 'message' | 'index'>[]> =>
  findIn(db, reportParts, 'message', messages, ['message', 'index'])

/** The messages that parts of up to this day were sent for. */
export const messagesOfParts = async (db: Db, upTo: Day): Promise<string[]> =>
  [...new Set((await findEach(db, reportParts, { day: { $lte: upTo } }, ['message'])).map(({ message }) => message))]

export const removeParts = (db: Db, messages: string[]): Promise<number> => remove(db, reportParts, { message: { $in: messages } })

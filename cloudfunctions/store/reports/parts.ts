import { randomInt } from 'node:crypto'
import type { Day } from '#domain/time/dates'
import { collection, index, undated, type Db } from '../db/collection'
import { count, find, findEach, findIn } from '../db/read'
import { insert, remove, update } from '../db/write'

/** One sealed part of a photo. `_id` is `<message>/<index>`: the same part twice is one. It comes before the message that it belongs to. */
export interface ReportPart {
  _id: string
  message: string
  index: number
  day: Day
  sealed: string
  /** Its message has not come yet. */
  waiting?: true
}
export const reportParts = undated(collection<ReportPart>('report_parts', [index('message'), index('day'), index('waiting')]))

const idOf = (message: string, at: number) => `${message}/${at}`

/** Parts whose message has not come: about 40 MB of them at most. */
export const mostWaiting = 600

/**
 * False when it is there already. Of parts without a message there is room for so many: a further one takes the place of some
 * other message's, chosen by lot, so that whoever fills the room keeps nobody out of it. A phone whose parts had to go sends
 * them again.
 */
export async function keepPart(db: Db, part: Omit<ReportPart, '_id'>): Promise<boolean> {
  try {
    await insert(db, reportParts, { _id: idOf(part.message, part.index), ...part })
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
    return false
  }
  if (part.waiting && (await count(db, reportParts, { waiting: true })) > mostWaiting) await makeRoom(db, part.message)
  return true
}

async function makeRoom(db: Db, except: string): Promise<void> {
  const others = [
    ...new Set(
      (await find(db, reportParts, { waiting: true, message: { $ne: except } }, { fields: ['message'] })).map(({ message }) => message),
    ),
  ]
  if (others.length > 0) await remove(db, reportParts, { waiting: true, message: others[randomInt(others.length)]! })
}

/** The message came that its parts have waited for. */
export const theirMessageCame = (db: Db, message: string): Promise<number> =>
  update(db, reportParts, { message, waiting: true }, { $unset: { waiting: '' } })

/** Some parts of a message in their order, as far as they came. */
export const partsOf = (db: Db, message: string, first: number, count: number): Promise<ReportPart[]> =>
  find(db, reportParts, { _id: { $in: Array.from({ length: count }, (_, i) => idOf(message, first + i)) } }, { order: [['index', 'asc']] })

/** Which parts of these messages came. */
export const partsThatCame = (db: Db, messages: string[]): Promise<Pick<ReportPart, 'message' | 'index'>[]> =>
  findIn(db, reportParts, 'message', messages, ['message', 'index'])

/** The messages that parts of up to this day were sent for. */
export const messagesOfParts = async (db: Db, upTo: Day): Promise<string[]> => [
  ...new Set((await findEach(db, reportParts, { day: { $lte: upTo } }, ['message'])).map(({ message }) => message)),
]

export const removeParts = (db: Db, messages: string[]): Promise<number> => remove(db, reportParts, { message: { $in: messages } })

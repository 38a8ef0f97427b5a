import { monthOf, type Day, type Month } from '#domain/time/dates'
import { collection, index, pageLimit, type Db, type Filter } from '../db/collection'
import { aggregate, findEach } from '../db/read'
import { update } from '../db/write'
import { countUp } from '../db/count-up'

/** What is counted: scans of a place's poster, readings of an article, and what people answered to “看懂了吗”. */
export type TallyKind = 'scan' | 'read' | 'understood' | 'unclear'

/** How often, by day, in one month: of what, and nothing of whom. */
export interface Tally {
  _id: string
  kind: TallyKind
  /** The place's code or the article's id. */
  of: string
  month: Month
  total: number
  /** By the day's two digits: `{"07": 3}`. */
  days: Record<string, number>
}
export const tallies = collection<Tally>('tallies', [index('kind', 'month'), index('of', 'kind')])

/** One more, on this day. */
export function tally(db: Db, kind: TallyKind, of: string, day: Day): Promise<Tally> {
  const month = monthOf(day)
  const date = day.slice(8)
  return countUp(
    db,
    tallies,
    { _id: `${kind}/${of}/${month}`, kind, of, month, total: 1, days: { [date]: 1 } },
    { $inc: { total: 1, [`days.${date}`]: 1 } },
  )
}

/**
 * The first release called a scan a `visit`, the word for somebody's coming to a household: what it counted counts on as scans.
 * The documents keep their ids, so that each is brought over whole or not at all, and twice changes nothing.
 */
export const bringScansOver = (db: Db): Promise<number> => update(db, tallies, { kind: 'visit' }, { $set: { kind: 'scan' } })

/** The tallies of a kind from a month to a month. */
export const talliesOf = (db: Db, kind: TallyKind, from: Month, until: Month): Promise<Tally[]> =>
  findEach(db, tallies, { kind, month: { $gte: from, $lte: until } })

interface Sum {
  _id: { of: string; kind: TallyKind } | null
  total: number
}
const summed = (db: Db, match: Filter, by: Filter | null): Promise<Sum[]> =>
  aggregate<Sum>(db, tallies, [{ $match: match }, { $group: { _id: by, total: { $sum: '$total' } } }, { $limit: pageLimit }])

/** All there ever were of a kind in a year (`YYYY`). */
export const countInYear = async (db: Db, kind: TallyKind, year: string): Promise<number> =>
  (await summed(db, { kind, month: { $gte: `${year}-01`, $lte: `${year}-12` } }, null))[0]?.total ?? 0

export interface Reach {
  reads: number
  understood: number
  unclear: number
}

/** How far each of these articles reached, in all; at most 300 articles. */
export async function reachOf(db: Db, articleIds: string[]): Promise<(articleId: string) => Reach> {
  const sums = await summed(db, { of: { $in: articleIds }, kind: { $in: ['read', 'understood', 'unclear'] } }, { of: '$of', kind: '$kind' })
  const counts = new Map(sums.map(({ _id, total }) => [`${_id!.kind}/${_id!.of}`, total]))
  const count = (kind: TallyKind, id: string) => counts.get(`${kind}/${id}`) ?? 0
  return (id) => ({ reads: count('read', id), understood: count('understood', id), unclear: count('unclear', id) })
}

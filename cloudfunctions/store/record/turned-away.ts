import { monthOf, type Day, type Month } from '#domain/time/dates'
import { collection, index, type Db } from '../db/collection'
import { find, findIn } from '../db/read'
import { insert, update } from '../db/write'

/**
 * How often a card was scanned in a month by somebody who may not see what it leads to: a number for each day, and nothing for each scan.
 * All codes that there are not are counted together, so that inventing some fills nothing and leaves nothing of any one.
 */
export interface TurnedAway {
  /** `<code's id>/<month>`. */
  _id: string
  /** Null of the codes that there are not. */
  householdId: string | null
  personId: string | null
  month: Month
  /** By the day's two digits, then by who: `stranger`, `farmer`, `relative`, or the id of one of the staff: `{"07": {"stranger": 41}}`. */
  days: Record<string, Record<string, number>>
  /** The instant of each one's last on a day. */
  last: Record<string, Record<string, string>>
}
export const turnedAway = collection<TurnedAway>('turned_away', [index('householdId', '-month')])

/** The card of all codes that there are not. */
const noCard = 'none'

export interface Card {
  _id: string
  householdId: string
  personId: string
}
export type Counted = (card: Card | undefined) => TurnedAway | undefined

/**
 * What was counted this month, of this code and of those that there are not: one request, before it is known which of the two
 * it will be.
 */
export async function countedSoFar(db: Db, codeId: string | undefined, day: Day): Promise<Counted> {
  const idOf = (id: string) => `${id}/${monthOf(day)}`
  const there = await findIn(db, turnedAway, '_id', [idOf(noCard), ...(codeId === undefined ? [] : [idOf(codeId)])])
  return (card) => there.find(({ _id }) => _id === idOf(card?._id ?? noCard))
}

/** One more, in one request unless another makes the month's first count at the same instant. `was`: what had been counted. */
export async function countTurnedAway(
  db: Db,
  card: Card | undefined,
  was: TurnedAway | undefined,
  who: string,
  { today, iso }: { today: Day; iso: string },
): Promise<void> {
  const month = monthOf(today)
  const day = today.slice(8)
  const _id = `${card?._id ?? noCard}/${month}`
  const again = () => update(db, turnedAway, { _id }, { $inc: { [`days.${day}.${who}`]: 1 }, $set: { [`last.${day}.${who}`]: iso } })
  if (was) return void (await again())
  try {
    await insert(db, turnedAway, {
      _id,
      householdId: card?.householdId ?? null,
      personId: card?.personId ?? null,
      month,
      days: { [day]: { [who]: 1 } },
      last: { [day]: { [who]: iso } },
    })
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
    await again()
  }
}

/** The counts of a household's cards, the newest months first. */
export const turnedAwayFrom = (db: Db, householdId: string, until: Month, limit: number): Promise<TurnedAway[]> =>
  find(
    db,
    turnedAway,
    { householdId, month: { $lte: until } },
    {
      order: [
        ['month', 'desc'],
        ['_id', 'desc'],
      ],
      limit,
    },
  )

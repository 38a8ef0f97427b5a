import type { Levels } from '#domain/people/alike/described'
import type { StaffRole } from '#domain/access/staff'
import type { Day } from '#domain/time/dates'
import type { LikenessAct, LikenessState } from '#domain/work/likenesses'
import { collection, index, multikey, type Db, type Filter } from '../db/collection'
import { sealed } from '../db/keyed'
import { count, find, findById } from '../db/read'
import { inTransaction, type Transaction } from '../db/transaction'

/** Who did something here. */
export interface LikenessBy {
  staffId: string
  name: string
  role: StaffRole
  agencyId: string
  agency: string
}

/** What was brought together, so that taking it apart leaves everything as it was. */
export interface Joined {
  keptId: string
  otherId: string
  /** The other's household before. */
  was: string | null
  /** The kept one's households that the other's records were given to since. */
  homes: string[]
  /** Records of the other that were such a household's already, by collection. */
  stays: Record<string, string[]>
}

/** Two people who may be one, 可能是同一个人. One for each pair, in whatever order they are met. */
export interface LikenessCase {
  _id: string
  personIds: [string, string]
  state: LikenessState
  /** Somebody has to do something. */
  open: boolean
  levels: Levels
  weight: number
  /** Of the facts of both: what was decided comes back only when there are others. */
  fingerprint: string
  /** The divisions that they live in, of every kind: who serves one of them decides. */
  areas: string[]
  raisedOn: Day
  /** Who said that they are one, or two after all: a second person agrees. */
  askedBy: LikenessBy | null
  /** Whose entry is kept, once somebody says that they are one. */
  keptId: string | null
  joined: Joined | null
  turn: number
}
export const likenesses = collection<LikenessCase>('likenesses', [
  index('open', '-weight', '_id'),
  index('state', '-weight'),
  multikey('personIds'),
  multikey('areas'),
])

/** What happened to a pair, each once and for good. */
export interface LikenessEvent {
  _id: string
  likenessId: string
  n: number
  at: string
  act: LikenessAct | 'propose' | 'change'
  from: LikenessState | null
  to: LikenessState
  /** Nobody where comparing did it. */
  by: LikenessBy | null
  /** Why: somebody's words about somebody. */
  wordsSealed: string | null
}
export const likenessEvents = collection<LikenessEvent>('likeness_events', [index('likenessId', 'n')], { wordsSealed: sealed() })

export const findLikeness = (db: Db, id: string) => findById(db, likenesses, id)
export const likenessHistory = (db: Db, likenessId: string) => find(db, likenessEvents, { likenessId }, { order: [['n', 'asc']] })
export const countLikenesses = (db: Db, filter: Filter) => count(db, likenesses, filter)

/** The likeliest first; behind a place where one is given. */
export const listLikenesses = (db: Db, filter: Filter, limit: number, after?: { weight: number; id: string }): Promise<LikenessCase[]> =>
  find(
    db,
    likenesses,
    after ? { $and: [filter, { $or: [{ weight: { $lt: after.weight } }, { weight: after.weight, _id: { $gt: after.id } }] }] } : filter,
    {
      order: [
        ['weight', 'desc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  )

export type NewLikenessEvent = Pick<LikenessEvent, 'at' | 'act' | 'by' | 'wordsSealed'>

/** Writes a pair's next turn within a transaction. `before`: nothing for a new one. */
export async function writeLikenessTurn(
  transaction: Transaction,
  before: LikenessCase | undefined,
  becomes: LikenessCase,
  event: NewLikenessEvent,
): Promise<LikenessCase> {
  const turn = (before?.turn ?? 0) + 1
  const written = { ...becomes, turn }
  await transaction.set(likenesses, written)
  await transaction.add(likenessEvents, {
    ...event,
    ...{ _id: `${becomes._id}/${String(turn).padStart(5, '0')}`, likenessId: becomes._id, n: turn },
    ...{ from: before?.state ?? null, to: becomes.state },
  })
  return written
}

/**
 * The pair as it becomes, with its event and whatever is written besides, together, while it is as it was read; nothing if somebody else
 * was first.
 */
export const changeLikeness = (
  db: Db,
  read: LikenessCase,
  event: NewLikenessEvent,
  become: (transaction: Transaction) => Promise<Partial<LikenessCase>>,
): Promise<LikenessCase | undefined> =>
  inTransaction(db, async (transaction) => {
    const now = await transaction.get(likenesses, read._id)
    if (now?.turn !== read.turn) return undefined
    return writeLikenessTurn(transaction, now, { ...now, ...(await become(transaction)) }, event)
  })

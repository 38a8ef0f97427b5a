import type { CapitalEntry, Terms } from '#domain/money/scheme-dues'
import type { WantedCapital } from '#domain/money/scheme-capital'
import type { Fen } from '#domain/money/money'
import type { Day } from '#domain/time/dates'
import type { AnyMembershipAct, MembershipState } from '#domain/work/memberships'
import type { SchemeAct, SchemeState } from '#domain/work/schemes'
import { collection, index, unique, type Collection, type Db, type Stored } from '../db/collection'
import { find, findById, findEach } from '../db/read'
import { inTransaction } from '../db/transaction'
import { sealed } from '../db/keyed'
import type { CaseBy } from './cases'

/** A pooled scheme 抱团增收 as it stands. Its id follows from its name, by which lists of dividends call it. */
export interface Scheme {
  _id: string
  name: string
  state: SchemeState
  /** Id of the pack's mode. */
  mode: string
  /** Who runs it: a company, a cooperative, a village. */
  operator: string
  /** Of one town; of the county where nothing stands here. */
  townCode: string | null
  startOn: Day
  /** What two people agreed on, and what waits for the second. */
  terms: Terms[]
  wanted: Terms | null
  askedBy: string | null
  endedOn: Day | null
  turn: number
}
export const schemes = collection<Scheme>('schemes')

/**
 * A household in a scheme, one document for good however often it comes and goes. Amounts in 分. `capital` is what earns: what was paid in,
 * and, below nothing, what its leaving took out; `returns` what was given back of it.
 */
export interface Membership {
  _id: string
  schemeId: string
  /** The scheme's name, by which lists call it. */
  scheme: string
  /** Where it is: the household that its id names, or the one into which that went over. */
  householdId: string
  townCode: string
  villageCode: string
  /** 陈**. */
  who: string
  state: MembershipState
  open: boolean
  capital: CapitalEntry[]
  returns: CapitalEntry[]
  inFen: Fen
  returnedFen: Fen
  signedOn: Day | null
  /** Id of the person of the household who signed. */
  signerId: string | null
  /** What waits for the second person: it is no principal yet. */
  wanted: WantedCapital | null
  /** The day on which it was told what becomes of its share, after it had left the register. */
  toldOn: Day | null
  /** What it was told, by its words. */
  toldSealed: string | null
  reasonId: string | null
  askedBy: string | null
  askedOn: Day | null
  /** The day on which its leaving was approved: the working days to give the principal back are counted from it. */
  exitOn: Day | null
  /** The day on which the last of the principal was back, or on which it was struck off. */
  leftOn: Day | null
  importedAt: string
  turn: number
}
export const memberships = collection<Membership>(
  'scheme_members',
  [index('schemeId', '_id'), index('householdId'), index('open', 'leftOn'), index('state')],
  { toldSealed: sealed() },
)

/** What happened to a scheme or to a household in one, each once and for good. */
export interface SchemeEvent {
  _id: string
  /** Of the scheme or of the membership. */
  aboutId: string
  n: number
  at: string
  act: SchemeAct | AnyMembershipAct
  from: string | null
  to: SchemeState | MembershipState
  by: CaseBy
  /** The day on which it was, where that is another than the one on which it was written down. */
  on: Day | null
  amountFen: Fen | null
  /** A reason, or what it rests on: somebody's words about somebody. */
  wordsSealed: string | null
}
export const schemeEvents = collection<SchemeEvent>('scheme_events', [unique('aboutId', 'n')], { wordsSealed: sealed() })

/** The household that it began with, whatever household it is with by now. */
export const originOf = (membershipId: string): string => membershipId.slice(membershipId.indexOf('-') + 1)

export const membershipIdOf = (schemeId: string, householdId: string): string => `${schemeId}-${householdId}`

export const findScheme = (db: Db, id: string): Promise<Scheme | undefined> => findById(db, schemes, id)
export const allSchemes = (db: Db): Promise<Scheme[]> => findEach(db, schemes, {})
export const membershipsOf = (db: Db, householdId: string): Promise<Membership[]> => findEach(db, memberships, { householdId })
export const schemeHistory = (db: Db, aboutId: string): Promise<SchemeEvent[]> =>
  find(db, schemeEvents, { aboutId }, { order: [['n', 'asc']] })

/** An event without what follows from what it happened to. */
export type NewSchemeEvent = Omit<SchemeEvent, '_id' | 'aboutId' | 'n' | 'from' | 'to'>

interface Standing extends Stored {
  state: SchemeState | MembershipState
  turn: number
}

/**
 * What it becomes with the events that made it so, together, while it still is as it was read (`turn` 0: was not there); nothing
 * if somebody else was first.
 */
const change =
  <T extends Standing>(of: Collection<T>) =>
  (db: Db, read: T, becomes: T, events: readonly (NewSchemeEvent & { to: T['state'] })[]): Promise<T | undefined> =>
    inTransaction(db, async (transaction) => {
      const now = await transaction.get(of, read._id)
      if ((now?.turn ?? 0) !== read.turn) return undefined
      const written = { ...becomes, turn: read.turn + events.length }
      await transaction.set(of, written)
      let from: Standing['state'] | null = read.turn === 0 && !now ? null : read.state
      for (const [i, event] of events.entries()) {
        const n = read.turn + i + 1
        await transaction.add(schemeEvents, { ...event, _id: `${read._id}/${String(n).padStart(5, '0')}`, aboutId: read._id, n, from })
        from = event.to
      }
      return written
    })
export const changeScheme = change(schemes)
export const changeMembership = change(memberships)

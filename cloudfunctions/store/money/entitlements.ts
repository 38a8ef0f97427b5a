import type { Fen } from '#domain/money/money'
import type { Period } from '#domain/time/list-periods'
import type { Day, Month } from '#domain/time/dates'
import { collection, index, type Db } from '../db/collection'
import { findEach } from '../db/read'

/**
 * What the pack's rules and recognised facts say somebody is due for a period. One a claim: computed anew it is the same document, and what
 * it said before is kept beside it. Amounts in 分.
 */
export interface Entitlement {
  /** From the claim's key. */
  _id: string
  claim: string
  programme: string
  /** Of a household's money, who heads it. */
  personId: string
  householdId: string | null
  townCode: string
  villageCode: string
  /** Masked where it goes to the person; the household's own money has none. */
  forWhom: string | null
  period: Period
  /** The month in which it is to be paid. */
  month: Month
  dueFen: Fen
  /** In a sentence, as the farmer reads it: who is due what, and why. */
  why: string
  /** Where the rule stands, since when. */
  rule: { source: string; from: Day | null; unverified?: boolean }
  /** What it rests on: events of the register, rows of lists, by collection and id. */
  records: { kind: string; id: string }[]
  /** What it came to before facts changed, the newest last. */
  former: { dueFen: Fen; why: string; until: string }[]
  computedAt: string
}
export const entitlements = collection<Entitlement>('entitlements', [
  index('householdId', '-month'),
  index('personId', 'month'),
  index('month', 'programme', 'townCode'),
  index('month', 'householdId', 'personId'),
  index('claim'),
])

/** What a household, or a person, is due in some months, both included; the newest month first. Of what is due no more it is said. */
export const entitlementsOf = (
  db: Db,
  whose: { householdId: string } | { personId: string },
  { from, to }: { from: Month; to: Month },
): Promise<Entitlement[]> =>
  findEach(db, entitlements, { ...whose, month: { $gte: from, $lte: to } }).then((found) =>
    found.sort((a, b) => b.month.localeCompare(a.month) || a.claim.localeCompare(b.claim)),
  )

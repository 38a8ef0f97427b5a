import type { AwardKind } from '#domain/money/awards'
import type { Fen } from '#domain/money/money'
import type { Day, Month } from '#domain/time/dates'
import type { Period } from '#domain/time/list-periods'
import { collection, index } from '../db/collection'
import { digested, sealed } from '../db/keyed'

/**
 * What a department's list says somebody is due. It is no plan: nobody has ordered the money yet, and it counts towards nothing that is
 * due or paid.
 */
export interface Award {
  _id: string
  digest: string
  personId: string
  /** Null while the person is on no register. */
  householdId: string | null
  kind: AwardKind
  /** Id of the programme; as written where the county pack does not know it. */
  programme: string
  /** What the list calls it: 雨露计划. */
  called: string
  /** Masked name where it goes to the person; the household's own has none. */
  forWhom: string | null
  period: Period
  /** The last month of the period. */
  until: Month
  amountFen: Fen
  /** `AwardFacts`, as JSON: a kind of disability is among them. */
  factsSealed: string
  /** Id of the agency whose list it is; as written where the pack does not know it; '' where the list names none. */
  agency: string
  /** The day on which the list says it was made. */
  day: Day | null
  /** Where it stands: the file that says so now. */
  fileName: string
  sheet: string
  row: number
  importId: string
  importedAt: string
}
export const awards = collection<Award>(
  'awards',
  [index('householdId', '-until'), index('personId', 'period'), index('kind', 'period', 'importId'), index('until')],
  { digest: digested(), factsSealed: sealed() },
)

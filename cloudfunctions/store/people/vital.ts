import type { VitalKind } from '#domain/people/vital'
import type { Day, Month } from '#domain/time/dates'
import { collection, index } from '../db/collection'
import { digested, sealed } from '../db/keyed'

/**
 * What a department's list says happened to somebody: died, moved out … Nothing on the register changes by it; a person decides. One
 * document per list and event: two lists that tell of the same death are two.
 */
export interface VitalEvent {
  _id: string
  digest: string
  personId: string
  /** Null while the person is on no register. */
  householdId: string | null
  kind: VitalKind
  /** As the list has it: 死亡注销. */
  written: string
  on: Day | Month
  /** `registered`: the list has no day of the event itself, and this is the day of its registration or cremation. */
  onIs: 'happened' | 'registered'
  registeredOn: Day | Month | null
  /** Where the person went, or came from: sealed, with the address and what they died of. Null where the list says nothing. */
  placeSealed: string | null
  addressSealed: string | null
  causeSealed: string | null
  /** Id of the agency whose list it is; '' where it names none. */
  agency: string
  /** The months that the list speaks of. */
  from: Month | null
  to: Month | null
  /** The day that the list speaks of, and where it says it. */
  saidOn: Day
  sheet: string
  row: number
  importId: string
  importedAt: string
}
export const vitalEvents = collection<VitalEvent>(
  'vital_events',
  [index('personId'), index('householdId'), index('from', 'to'), index('kind'), index('importId'), index('saidOn')],
  { digest: digested(), placeSealed: sealed(), addressSealed: sealed(), causeSealed: sealed() },
)

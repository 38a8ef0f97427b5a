import type { AwardKind } from '../awards'
import type { Fen } from '../money'
import type { RegisterFact } from '../../register/events'
import type { Day, Month } from '../../time/dates'
import type { Period } from '../../time/list-periods'

/** A record that a due rests on: its collection, its id. */
export interface DueRecord {
  kind: 'register_events' | 'register_listings' | 'households' | 'awards' | 'vital_events'
  id: string
}

/** Something that happened on the register, and where it stands. */
export interface Happened extends RegisterFact {
  _id: string
}

/** That somebody died, left the county or came back, as it holds of departments' lists. */
export interface VitalFact {
  id: string
  kind: 'died' | 'moved-out' | 'moved-in'
  on: Day | Month
}

/** What a department's list awards, or says of a disability or a pupil. */
export interface AwardFact {
  id: string
  kind: AwardKind
  programme: string
  called: string
  period: Period
  amountFen: Fen
  disability?: { kind?: string; grade?: string }
}

/** What a register list of a day says a household has each month. */
export interface AmountFact {
  record: DueRecord
  on: Day
  startMonth: Month | null
  fen: Fen
}

/** One person. `entries`: ids under which they are written down, the kept one first. `householdId`: where their records lie now. */
export interface DuePerson {
  personId: string
  entries: readonly string[]
  householdId: string | null
  birth: Day
  forWhom: string | null
  vital: readonly VitalFact[]
  awards: readonly AwardFact[]
}

/** One household. `awards`: what lists award to it, by whichever of its members they name. */
export interface DueHome {
  householdId: string
  /** Of today, where the register's events do not say who heads it or where it is. */
  headId: string
  villageCode: string
  amounts: readonly AmountFact[]
  awards: readonly AwardFact[]
}

/** What dues are worked out from. `events`: all of these people and of every household that they were ever in. */
export interface DueFacts {
  homes: readonly DueHome[]
  people: readonly DuePerson[]
  /** Whoever else was ever in these households: their deaths and moves count there. */
  vital: ReadonlyMap<string, readonly VitalFact[]>
  events: readonly Happened[]
}

/** What a month says of a household's amount: the newest list up to then; before the first, from the month that it names. */
export function amountOn(amounts: readonly AmountFact[], month: Month): AmountFact | undefined {
  const inTime = [...amounts].sort((a, b) => a.on.localeCompare(b.on) || a.record.id.localeCompare(b.record.id))
  const said = inTime.filter(({ on }) => on.slice(0, 7) <= month).at(-1)
  return said ?? inTime.find(({ startMonth }) => startMonth !== null && startMonth <= month)
}

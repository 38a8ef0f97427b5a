import type { AlertRecord, AlertWord } from '#domain/alerts/finding'
import type { DetectorName } from '#domain/alerts/detectors/all'
import type { Fen } from '#domain/money/money'
import type { Day } from '#domain/time/dates'
import type { StaffRole } from '#domain/access/staff'
import type { AlertAct, AlertOutcome, AlertState } from '#domain/work/alerts'
import { collection, index, type Db } from '../db/collection'
import { find, findById } from '../db/read'
import { inTransaction, type Transaction } from '../db/transaction'
import { sealed } from '../db/keyed'

/** What one scope of a detector's facts says of an alert. Amounts in 分. */
export interface AlertPart {
  /** The part of the facts in which it was found, e.g. a month. */
  scope: string
  /** Of its facts: what was decided comes back only when there are others. */
  fingerprint: string
  why: string
  amountFen: Fen | null
  /** The first of them; `recordCount` is how many there are. */
  records: AlertRecord[]
  recordCount: number
}

/** An alert 预警 as it stands. One for each detector, subject and cause: `_id` follows from them. Amounts in 分. */
export interface Alert {
  _id: string
  detector: DetectorName
  word: AlertWord
  subject: AlertRecord
  cause: string
  /** Who must look first, and whom it was handed to. */
  agencyId: string
  handedTo: string | null
  townCode: string | null
  villageCode: string | null
  /** By scope, the newest last: the same cause, month after month, is one alert. */
  parts: AlertPart[]
  scopes: string[]
  /** Of all parts. */
  amountFen: Fen | null
  /** Its facts are there no more, since this day; somebody is looking into it and ends it. */
  factsGoneOn: Day | null
  state: AlertState
  open: boolean
  /** See domain/alerts/severity: the highest is the most serious. */
  rank: number
  raisedOn: Day
  dueOn: Day | null
  /** The day on which it ended, while it is not open. */
  endedOn: Day | null
  /** The discipline office has looked into it. */
  inspected: boolean
  /** Who said that it is put right: somebody else says whether it is. */
  rectifiedBy: string | null
  outcome: AlertOutcome | null
  /** What was paid after, paid back or stopped in the end. */
  movedFen: Fen | null
  /** The last 督促提醒: to whom, and who opened it. */
  reminder: { toAgencyId: string; at: string; by: string; byStaffId: string; openedAt: string | null; openedBy: string | null } | null
  /** How many events there are: one is written over what was read, never beside it. */
  turn: number
}
export const alerts = collection<Alert>('alerts', [
  index('open', '-rank'),
  index('agencyId', 'open', '-rank'),
  index('handedTo', 'open', '-rank'),
  index('townCode', 'open', '-rank'),
  index('word', 'open', '-rank'),
  index('detector', 'open', '-rank'),
  index('state', 'dueOn'),
  index('endedOn'),
])

/** What happened to an alert, each once and for good. `_id` is the alert's with the number of the event. */
export interface AlertEvent {
  _id: string
  alertId: string
  n: number
  at: string
  act: AlertAct | 'raise' | 'change' | 'opened' | 'facts-gone'
  from: AlertState | null
  to: AlertState
  /** Nobody where a detector did it. */
  by: { staffId: string; name: string; role: StaffRole; agencyId: string; agency: string } | null
  /** A reason, or what was done: somebody's words about somebody. */
  wordsSealed: string | null
  toAgencyId?: string
  outcome?: AlertOutcome
  days?: number
  movedFen?: Fen
}
export const alertEvents = collection<AlertEvent>('alert_events', [index('alertId', 'n'), index('act', 'at')], { wordsSealed: sealed() })

export const findAlert = (db: Db, id: string): Promise<Alert | undefined> => findById(db, alerts, id)
export const historyOf = (db: Db, alertId: string): Promise<AlertEvent[]> => find(db, alertEvents, { alertId }, { order: [['n', 'asc']] })
/** An event without what follows from the alert. */
export type NewEvent = Omit<AlertEvent, '_id' | 'alertId' | 'n' | 'from' | 'to'>

/** The alert as it becomes and its event, together, while it still is as it was read; nothing if somebody else was first. */
export const changeAlert = (db: Db, read: Alert, change: Partial<Alert>, event: NewEvent): Promise<Alert | undefined> =>
  inTransaction(db, async (transaction) => {
    const now = await transaction.get(alerts, read._id)
    return now?.turn === read.turn ? writeTurn(transaction, now, { ...now, ...change }, event) : undefined
  })

/** Writes an alert's next turn within a transaction. `before`: nothing for a new one. */
export async function writeTurn(transaction: Transaction, before: Alert | undefined, becomes: Alert, event: NewEvent): Promise<Alert> {
  const turn = (before?.turn ?? 0) + 1
  const written = { ...becomes, turn }
  await transaction.set(alerts, written)
  await transaction.add(alertEvents, {
    ...event,
    _id: `${becomes._id}/${String(turn).padStart(5, '0')}`,
    alertId: becomes._id,
    n: turn,
    from: before?.state ?? null,
    to: becomes.state,
  })
  return written
}

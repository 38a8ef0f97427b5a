import type { Day, Month } from '#domain/time/dates'
import type { StaffRole } from '#domain/access/staff'
import type { AnyCaseAct, CaseKind, CaseSource, CaseState } from '#domain/work/cases'
import { collection, index, unique, type Db } from '../db/collection'
import { find, findById } from '../db/read'
import { inTransaction, type Transaction } from '../db/transaction'
import { sealed } from '../db/keyed'

/** A case 办件 of the register as it stands. What it would change is sealed: names and numbers of people who are on no list yet. */
export interface RegisterCase {
  _id: string
  kind: CaseKind
  state: CaseState
  open: boolean
  source: CaseSource
  /** The alert or case that it came from. */
  sourceId: string | null
  /** Who decides. */
  agencyId: string
  townCode: string
  villageCode: string
  /** Whose it is: the household on the register, or the one that it became; nothing while there is none. */
  householdId: string | null
  /** Those whom it is about, as far as they are known: an applicant's id is what an import would give them. */
  personIds: string[]
  /** 陈**: of the head, or of the one it is about. */
  who: string
  people: number
  /** The category that is proposed, and until when it would be valid. */
  category: string | null
  until: Month | null
  /** Of an exit: the pack's reason. */
  reasonId: string | null
  /** A `SealedProposal` as JSON. */
  proposalSealed: string
  /** What an applicant wrote, how to reach them: an `Applicant` as JSON. */
  applicantSealed: string | null
  raisedOn: Day
  /** The day on which it came to its state. */
  since: Day
  dueOn: Day | null
  /** Until when it should be decided. */
  wholeDueOn: Day
  checkId: string | null
  noticeFrom: Day | null
  noticeUntil: Day | null
  openedBy: string | null
  proposedBy: string | null
  /** 南田镇人民政府的工作人员, 县民政局的一把手: the posts of the two, as they are told to everybody. */
  proposer: string | null
  decidedBy: string | null
  approver: string | null
  decidedOn: Day | null
  toldOn: Day | null
  appealUntil: Day | null
  /** One appeal, one answer. */
  appealedOn: Day | null
  /** Whoever of the staff wrote the appeal down for the household; nothing where it is its own. */
  appealedBy: string | null
  watchUntil: Day | null
  endedOn: Day | null
  /** What it holds while it is undecided: the same about the same household is one case (`caseHolds`). */
  hold: string
  /** How many events there are. */
  turn: number
}
export const cases = collection<RegisterCase>(
  'cases',
  [
    index('open', 'dueOn', '_id'),
    index('townCode', 'open', 'dueOn', '_id'),
    index('householdId', '-raisedOn'),
    index('sourceId', '-raisedOn'),
    index('villageCode', 'noticeUntil'),
    index('state', 'dueOn'),
    index('state', 'until'),
    index('endedOn'),
  ],
  { proposalSealed: sealed(), applicantSealed: sealed() },
)

/** What happened to a case, each once and for good. */
export interface CaseEvent {
  _id: string
  caseId: string
  n: number
  at: string
  /** `added`: somebody applied for the same while it was under way. */
  act: AnyCaseAct | 'open' | 'added'
  from: CaseState | null
  to: CaseState
  by: CaseBy
  /** A reason, or what was done: somebody's words about somebody. */
  wordsSealed: string | null
}
/** Who did it: an officer or worker by name and post; the household itself; nobody where it followed by itself. */
export type CaseBy =
  | { as: 'staff'; staffId: string; name: string; role: StaffRole; agencyId: string; agency: string }
  | { as: 'farmer' | 'relative' | 'villager' | 'itself' }
export const caseEvents = collection<CaseEvent>('case_events', [unique('caseId', 'n')], { wordsSealed: sealed() })

/** One undecided case of a kind about one household: taken with it, given back when it is decided. */
interface CaseHold {
  _id: string
  caseId: string
}
export const caseHolds = collection<CaseHold>('case_holds')

/** What was found at home, with its day. `foundSealed`: a `HomeCheckFound` as JSON. */
export interface HomeCheck {
  _id: string
  caseId: string
  householdId: string | null
  personIds: string[]
  villageCode: string
  on: Day
  at: string
  by: CaseBy
  foundSealed: string
}
export const homeChecks = collection<HomeCheck>('home_checks', [index('householdId', '-on'), index('caseId')], { foundSealed: sealed() })

export const findCase = (db: Db, id: string): Promise<RegisterCase | undefined> => findById(db, cases, id)
export const caseHistory = (db: Db, caseId: string): Promise<CaseEvent[]> => find(db, caseEvents, { caseId }, { order: [['n', 'asc']] })
export const findHomeCheck = (db: Db, id: string): Promise<HomeCheck | undefined> => findById(db, homeChecks, id)

/** Cases about a household, the newest first. */
export const casesOf = (db: Db, householdId: string): Promise<RegisterCase[]> =>
  find(db, cases, { householdId }, { order: [['raisedOn', 'desc']], limit: 100 })

/** Those that came of an alert or another case, the newest first. */
export const casesFrom = (db: Db, sourceId: string): Promise<RegisterCase[]> =>
  find(db, cases, { sourceId }, { order: [['raisedOn', 'desc']], limit: 10 })

/** Those that a village is shown today. */
export const casesShown = (db: Db, villageCode: string, today: Day): Promise<RegisterCase[]> =>
  find(db, cases, { villageCode, noticeUntil: { $gte: today }, state: 'notice' }, { limit: 100 })

/** An event without what follows from the case. */
export type NewCaseEvent = Omit<CaseEvent, '_id' | 'caseId' | 'n' | 'from' | 'to'>
/** What is written in the same transaction, if anything. */
type Beside = (transaction: Transaction) => Promise<void>

/** A new case with its first event; nothing, and nothing written, where there is an undecided one of its kind about the same. */
export const insertCase = (db: Db, one: Omit<RegisterCase, 'turn'>, event: NewCaseEvent): Promise<RegisterCase | undefined> =>
  inTransaction(db, async (transaction) => {
    if ((await transaction.get(caseHolds, one.hold)) || (await transaction.get(cases, one._id))) return undefined
    await transaction.set(caseHolds, { _id: one.hold, caseId: one._id })
    return writeCase(transaction, undefined, { ...one, turn: 0 }, event)
  })

/** Who has it already: the undecided case of a kind about the same. */
export const heldBy = async (db: Db, hold: string): Promise<string | undefined> => (await findById(db, caseHolds, hold))?.caseId

/** The case as it becomes and its event, together, while it still is as it was read; nothing if somebody else was first. */
export const changeCase = (
  db: Db,
  read: RegisterCase,
  change: Partial<RegisterCase>,
  event: NewCaseEvent,
  beside?: Beside,
): Promise<RegisterCase | undefined> =>
  inTransaction(db, async (transaction) => {
    const now = await transaction.get(cases, read._id)
    if (now?.turn !== read.turn) return undefined
    const becomes = { ...now, ...change }
    if (releases(now.state, becomes.state)) await transaction.remove(caseHolds, now.hold)
    await beside?.(transaction)
    return writeCase(transaction, now, becomes, event)
  })

const holding: readonly CaseState[] = ['clue', 'check', 'compare', 'notice', 'decision', 'effect']
const releases = (from: CaseState, to: CaseState): boolean => holding.includes(from) && !holding.includes(to)

async function writeCase(
  transaction: Transaction,
  before: RegisterCase | undefined,
  becomes: RegisterCase,
  event: NewCaseEvent,
): Promise<RegisterCase> {
  const turn = (before?.turn ?? 0) + 1
  const written = { ...becomes, turn }
  await transaction.set(cases, written)
  await transaction.add(caseEvents, {
    ...event,
    _id: `${becomes._id}/${String(turn).padStart(5, '0')}`,
    caseId: becomes._id,
    n: turn,
    from: before?.state ?? null,
    to: becomes.state,
  })
  return written
}

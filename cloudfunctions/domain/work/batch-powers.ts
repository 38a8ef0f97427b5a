import type { OfficerRole, StaffRole } from '../access/staff'
import type { County } from '../county/county'
import type { Fen } from '../money/money'
import { areaOf } from './alert-powers'
import { batchActs, batchTransitions, isAtBank, isFrozen, type BatchAct, type BatchState } from './batches'
import { lineActs, lineTransitions, type LineAct, type LineState } from './batch-lines'
import { canBe } from './transitions'

/**
 * As what an officer's agency stands to a batch: `payer` pays it, `finance` is the finance bureau, `overseer` the discipline office, `town`
 * serves places of it.
 */
export type BatchParty = 'payer' | 'finance' | 'overseer' | 'town'

/** Of a batch, what decides about who may do something with it. */
export interface BatchStanding {
  state: BatchState
  agencyId: string
  submittedBy: string | null
  resetAskedBy: string | null
  /** Lines that wait for a person; of a frozen one, what became known since it was approved. */
  undecided: number
}
/** The same of a line. */
export interface LineStanding {
  state: LineState
  townCode: string
  mendAskedBy: string | null
  giveUpAskedBy: string | null
  creditedFen: Fen
  recoverAskedBy: string | null
}
interface Officer {
  agencyId: string
  role: StaffRole
}
type Pack = Pick<County, 'duties' | 'agencies'>

interface Power {
  party: BatchParty
  roles: readonly OfficerRole[]
}
const all: readonly OfficerRole[] = ['head', 'data-officer', 'officer']
const duty: readonly OfficerRole[] = ['head', 'data-officer']
const paying: readonly Power[] = [
  { party: 'payer', roles: all },
  { party: 'finance', roles: all },
]
const deciding: readonly Power[] = [
  { party: 'payer', roles: duty },
  { party: 'finance', roles: duty },
]

/** Who may do what: an agency's standing × a person's post. That it takes two is asked beside (`secondToBatch`, `secondToLine`). */
export const batchPowers: Readonly<Record<BatchAct, readonly Power[]>> = {
  submit: paying,
  sendBack: deciding,
  approve: deciding,
  askReset: paying,
  refuseReset: deciding,
  reset: deciding,
  confirm: deciding,
  handOver: paying,
  close: paying,
  cancel: deciding,
}
export const linePowers: Readonly<Record<LineAct, readonly Power[]>> = {
  pay: paying,
  hold: paying,
  leaveOut: paying,
  settle: paying,
  /** Whoever is nearest to the household sees its new card. */
  mend: [...paying, { party: 'town', roles: all }],
  agreeMend: deciding,
  refuseMend: deciding,
  askGiveUp: paying,
  giveUp: deciding,
  recover: deciding,
  tookBack: paying,
  unrecoverable: deciding,
}

/** As what somebody's agency stands to a batch; nothing: it is none of theirs, and they do not see it. */
export function batchPartiesOf(
  county: Pack,
  { agencyId: pays, state }: Pick<BatchStanding, 'agencyId' | 'state'>,
  one: Officer,
): BatchParty[] {
  const { finance, discipline } = county.duties
  return [
    ...(one.agencyId === pays ? (['payer'] as const) : []),
    ...(one.agencyId === finance ? (['finance'] as const) : []),
    ...(one.agencyId === discipline && one.role !== 'data-officer' ? (['overseer'] as const) : []),
    // A town has nothing to do with what is only being prepared.
    ...(areaOf(county, one.agencyId) !== undefined && isFrozen(state) ? (['town'] as const) : []),
  ]
}

/** The town whose lines alone somebody sees; nothing: all of them. */
export const onlyTownOf = (county: Pack, batch: BatchStanding, one: Officer): string | undefined =>
  batchPartiesOf(county, batch, one).every((party) => party === 'town') ? areaOf(county, one.agencyId) : undefined

/** Who has to be somebody else, really, than whoever does this. */
export function secondToBatch(act: BatchAct, { submittedBy, resetAskedBy }: BatchStanding): string[] {
  const others: Partial<Record<BatchAct, string | null>> = {
    ...{ approve: submittedBy, confirm: submittedBy, reset: resetAskedBy, refuseReset: resetAskedBy },
  }
  return others[act] ? [others[act]] : []
}
export function secondToLine(act: LineAct, { mendAskedBy, giveUpAskedBy, recoverAskedBy }: LineStanding): string[] {
  const others: Partial<Record<LineAct, string | null>> = {
    ...{ agreeMend: mendAskedBy, refuseMend: mendAskedBy },
    ...{ giveUp: giveUpAskedBy, tookBack: recoverAskedBy, unrecoverable: recoverAskedBy },
  }
  return others[act] ? [others[act]] : []
}

const has = (powers: readonly Power[], parties: readonly BatchParty[], role: StaffRole): boolean =>
  powers.some((power) => parties.includes(power.party) && (power.roles as readonly StaffRole[]).includes(role))

/** True when somebody's agency and post may do this with a batch as it stands. */
export const mayActOnBatch = (county: Pack, act: BatchAct, batch: BatchStanding, one: Officer): boolean =>
  canBe(batchTransitions, act, batch.state) &&
  (batch.state !== 'frozen' || frozenStands(act, batch)) &&
  has(batchPowers[act], batchPartiesOf(county, batch, one), one.role)

/** A frozen batch goes on while nobody asks for a reset, and while nothing waits that became known since. */
function frozenStands(act: BatchAct, { resetAskedBy, undecided }: BatchStanding): boolean {
  if (act === 'reset' || act === 'refuseReset') return resetAskedBy !== null
  if (resetAskedBy !== null) return false
  return act === 'askReset' || (act === 'confirm') === undecided > 0
}

export const batchActsFor = (county: Pack, batch: BatchStanding, one: Officer): BatchAct[] =>
  batchActs.filter((act) => mayActOnBatch(county, act, batch, one))

const beforeFreezing: readonly LineAct[] = ['pay', 'hold', 'leaveOut']

/** True when a line stands where this can be done: before it is frozen some things, once the bank has it the others. */
export function lineStands(
  act: LineAct,
  batch: Pick<BatchStanding, 'state'>,
  { state, giveUpAskedBy, creditedFen }: LineStanding,
): boolean {
  if (beforeFreezing.includes(act)) return batch.state === 'draft' && canBe(lineTransitions, act as 'pay', state)
  if (!isAtBank(batch.state)) return false
  if (act === 'settle') return state === 'planned' || state === 'unclear'
  if (act === 'askGiveUp' && giveUpAskedBy !== null) return false
  if (act === 'giveUp' && giveUpAskedBy === null) return false
  if (act === 'recover' && creditedFen === 0) return false
  return canBe(lineTransitions, act, state)
}

/** True when somebody's agency and post may do this with a line as it stands. */
export function mayActOnLine(county: Pack, act: LineAct, batch: BatchStanding, line: LineStanding, one: Officer): boolean {
  const town = areaOf(county, one.agencyId)
  const parties = batchPartiesOf(county, batch, one).filter((party) => party !== 'town' || town === line.townCode)
  return lineStands(act, batch, line) && has(linePowers[act], parties, one.role)
}

export const lineActsFor = (county: Pack, batch: BatchStanding, line: LineStanding, one: Officer): LineAct[] =>
  lineActs.filter((act) => mayActOnLine(county, act, batch, line, one))

/** Who may draft for an agency: itself, and the finance bureau. */
export const mayDraftFor = ({ duties }: Pick<County, 'duties'>, agencyId: string, one: Officer): boolean =>
  one.agencyId === agencyId || one.agencyId === duties.finance

import type { Decided } from '#domain/people/decided'
import type { StatedField } from '#domain/people/stated'
import type { DecidingAct } from '#domain/work/source-decisions'
import type { By } from '../access/grants'
import { collection, index } from '../db/collection'
import { sealed } from '../db/keyed'
import type { Transaction } from '../db/transaction'

/** What was decided, and why. `former`: what the file showed before, where what its source says is kept no more; '' for nothing. */
export interface DecisionWords extends Decided {
  reason: string
  evidence: string
  former: string
}

interface Said {
  by: By
  at: string
  /** `DecisionWords` as JSON; of an undoing (`undo`) its reason. */
  wordsSealed: string
}

/** A decision that holds; `second`: who agreed, where two are needed. */
interface StandingDecision extends Said {
  second: By | null
}
interface WaitingDecision extends Said {
  undo: boolean
}

/** What people decided of one field of a person on which departments differ. `_id`: person and field, so that there is one. */
export interface SourceDecision {
  _id: string
  personId: string
  field: StatedField
  /** The agency that mends it, and whose people decide. */
  agencyId: string
  standing: StandingDecision | null
  waiting: WaitingDecision | null
  /** How many events there are: one is written over what was read, never beside it. */
  turn: number
}
export const sourceDecisions = collection<SourceDecision>('source_decisions', [index('personId'), index('agencyId')], {
  'standing.wordsSealed': sealed(),
  'waiting.wordsSealed': sealed(),
})

/** What happened to a decision, each once and for good. */
export interface SourceDecisionEvent {
  _id: string
  decisionId: string
  n: number
  at: string
  act: DecidingAct
  by: By
  /** As in the decision; of a refusal why. */
  wordsSealed: string
}
export const sourceDecisionEvents = collection<SourceDecisionEvent>('source_decision_events', [index('decisionId', 'n')], {
  wordsSealed: sealed(),
})

export const decisionId = (personId: string, field: StatedField): string => `${personId}.${field}`

/** The decision as it becomes and its event, in one transaction; false if somebody was first. */
export async function writeDecision(
  transaction: Transaction,
  becomes: SourceDecision,
  event: Omit<SourceDecisionEvent, '_id' | 'decisionId' | 'n'>,
): Promise<boolean> {
  const now = await transaction.get(sourceDecisions, becomes._id)
  if ((now?.turn ?? 0) !== becomes.turn) return false
  const turn = becomes.turn + 1
  await transaction.set(sourceDecisions, { ...becomes, turn })
  await transaction.add(sourceDecisionEvents, {
    ...event,
    _id: `${becomes._id}/${String(turn).padStart(5, '0')}`,
    decisionId: becomes._id,
    n: turn,
  })
  return true
}

import type { RegisterDecision } from '#domain/register/events'
import { caseKindNames } from '#domain/work/cases'
import { sayWhen } from '#domain/time/dates'
import { Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { decideRegister } from '../register/decide'
import { changeCase, findCase, type RegisterCase } from '#store/work/cases'
import { eventOf, movedOn } from './perform'
import { readProposal } from './proposal'

type Carrying = Pick<On, 'db' | 'keys' | 'county' | 'moment'>

/**
 * Writes to the register what was approved, and notes on the case that it is written. The register's part is one transaction of its own
 * that comes to the same however often it is done, and the case waits in `effect` or `restoring` meanwhile: cut off anywhere, `tendCases`
 * goes on from there.
 * @throws Refusal where the register stands otherwise than the case says: the case goes back to whom it came from, nothing is changed.
 */
export async function carryOutCase(on: Carrying, about: RegisterCase): Promise<RegisterCase> {
  if (about.state !== 'effect' && about.state !== 'restoring') return about
  const itself = { as: 'itself' } as const
  try {
    const events = await decideRegister(on, decisionOf(on, about))
    const home = events.find(({ householdId }) => householdId)?.householdId ?? about.householdId
    const change = movedOn(on, about, 'written', { householdId: home })
    return (await changeCase(on.db, about, change, eventOf(on, 'written', itself, null))) ?? (await findCase(on.db, about._id))!
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const undecided = about.state === 'effect' ? { decidedBy: null, approver: null, decidedOn: null } : {}
    await changeCase(on.db, about, movedOn(on, about, 'unwritable', undecided), eventOf(on, 'unwritable', itself, error.message))
    throw error
  }
}

function decisionOf({ keys, county }: Carrying, about: RegisterCase): RegisterDecision {
  const { proposal, evidence } = readProposal(keys, about)
  const decided = {
    on: about.decidedOn!,
    evidence: evidence ?? '',
    approver: `${about.approver}批准，${about.proposer}提出`,
    caseId: about._id,
  }
  if (about.state === 'restoring') {
    const personIds = 'personIds' in proposal ? proposal.personIds : about.personIds
    return { ...decided, kind: 'restored', personIds, reason: '申诉成立，恢复', evidence: `申诉答复，原退出日${sayWhen(about.decidedOn!)}` }
  }
  const reason = county.cases.exitReasons.find(({ id }) => id === about.reasonId)?.name ?? caseKindNames[about.kind]
  return { ...proposal, ...decided, reason }
}

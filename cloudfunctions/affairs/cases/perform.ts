import { sayDay } from '#domain/time/dates'
import { caseDueOn } from '#domain/work/case-days'
import { caseActNames, caseStateNames, caseTransitions, isOpenCase, type CaseAct, type CaseState } from '#domain/work/cases'
import { canBe, startsOf, stateAfter } from '#domain/work/transitions'
import { act } from '#kernel/act'
import { refusals, type Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import type { Transaction } from '#store/db/transaction'
import { changeCase, findCase, type CaseBy, type NewCaseEvent, type RegisterCase } from '#store/work/cases'
import { mayDoWithCase, seesCase, waitFor } from './allowed'
import { whoDoes } from './who-does'

/** What an act changes besides the state and its days, and what is written with it. */
interface CaseBecomes {
  change?: Partial<RegisterCase>
  beside?: (transaction: Transaction) => Promise<void>
}
export interface DoingWithCase {
  act: CaseAct
  /** What stands on record: `office.takeCase`. */
  action: string
  id: string
  words: string
  become?: (about: RegisterCase, one: Staff) => CaseBecomes | Promise<CaseBecomes>
  /** Who may, where it is not an officer: a grid worker at the door. */
  may?: (about: RegisterCase, one: Staff) => boolean
}

/** One person's act on a case: its state, its history and what goes with it in one, under `kernel/act`. */
export function doWithCase(on: On, { act: what, action, id, words, become = () => ({}), may }: DoingWithCase): Promise<RegisterCase> {
  const sees = (about: RegisterCase, one: Staff) => (may ? may(about, one) : seesCase(on, one, about))
  return act(on, {
    action,
    find: () => findCase(on.db, id),
    look: (about, one) => ({
      ...{ about: { kind: 'case', id }, purpose: casePurpose },
      ...(about?.householdId && sees(about, one) && { householdId: about.householdId }),
    }),
    may: async (about, one) =>
      may
        ? may(about, one) && canBe(caseTransitions(on.county.cases.kinds[about.kind].steps), what, about.state)
        : mayDoWithCase(on, what, one, about),
    whoMay: (about, one) => (sees(about, one) ? whyNot(on, what, about) : undefined),
    become: async (about, one) => {
      const { change, beside } = await become(about, one)
      return { change: movedOn(on, about, what, change), event: eventOf(on, what, byStaff(one), words), beside }
    },
    change: (about, { change, event, beside }) => changeCase(on.db, about, change, event, beside),
    gone: noCase,
    late: () => refusals.badInput('刚刚有人动过这一件。请刷新，看过再办。您写的字还在。'),
  })
}

/** Why people's data are looked at for a case: the pack's word for it. */
export const casePurpose = 'eligibility'

/** Unknown and not theirs answer alike. */
export const noCase = (): Refusal =>
  refusals.notFound('没有这一件，或者不归本单位办。请回到列表刷新；当地乡镇政府和批准的单位看得到。您写的字还在。')

/** A case as an act leaves it: its state, since when, until when the next step. */
export function movedOn(
  { county, moment: { today } }: Pick<On, 'county' | 'moment'>,
  about: RegisterCase,
  what: Parameters<typeof stateAfter<CaseState, keyof ReturnType<typeof caseTransitions>>>[1],
  change: Partial<RegisterCase> = {},
): Partial<RegisterCase> {
  const state = stateAfter(caseTransitions(county.cases.kinds[about.kind].steps), what, about.state)
  const isOpen = isOpenCase(state)
  const becomes = { ...about, ...change }
  return {
    ...change,
    ...{ state, since: today, open: isOpen, endedOn: isOpen ? null : today },
    dueOn: caseDueOn(county, state, today, becomes),
  }
}

export const eventOf = (
  { keys, moment }: Pick<On, 'keys' | 'moment'>,
  what: NewCaseEvent['act'],
  by: CaseBy,
  words: string | null,
): NewCaseEvent => ({
  ...{ at: moment.iso, act: what, by },
  wordsSealed: words === null ? null : seal(keys, words),
})

export const byStaff = ({ _id: staffId, name, role, agencyId, agency }: Staff): CaseBy => ({
  as: 'staff',
  ...{ staffId, name, role, agencyId, agency },
})

/** To somebody who sees it: it stands elsewhere, its day has not come, or it is others who do this. */
function whyNot(on: On, what: CaseAct, about: RegisterCase): Refusal {
  const table = caseTransitions(on.county.cases.kinds[about.kind].steps)
  const name = caseActNames[what]
  if (!canBe(table, what, about.state)) {
    const where = startsOf(table, what).map((from) => `“${caseStateNames[from]}”`)
    return refusals.badInput(
      where.length === 0
        ? `这一类办件没有“${name}”这一步。您写的字还在。`
        : `这一件现在是“${caseStateNames[about.state]}”，要在${where.join('、')}的时候才能${name}。您写的字还在。`,
    )
  }
  const { today } = on.moment
  const waits = waitFor(on, what, about)
  if (waits === 'notice')
    return refusals.badInput(`公示到${sayDay(about.noticeUntil!, today)}，公示满了才能报批。您写的字还在，请过了那天再来。`)
  if (waits === 'watch') return refusals.badInput(`观察期到${sayDay(about.watchUntil!, today)}，到那天再核查办结。您写的字还在。`)
  if (waits === 'appeal')
    return refusals.badInput(`申诉的期限是${sayDay(about.appealUntil!, today)}，已经过了。情况有变化的，请另开一件“恢复”来办。`)
  if (waits === 'appealed') return refusals.badInput('已经申诉过一次，也答复过了。有新情况的，请另开一件“恢复”来办。')
  return refusals.notAllowed(whoDoes(on.county, what, about))
}

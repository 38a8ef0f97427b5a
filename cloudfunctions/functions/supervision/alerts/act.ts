import type { AlertFile } from '#contract/supervision/alerts'
import { dueOnOf } from '#domain/alerts/deadlines'
import { alertActNames, alertActs, alertStateNames, isOpenState, type PeopleAct } from '#domain/work/alerts'
import { canBe, startsOf, stateAfter } from '#domain/work/transitions'
import { act } from '#kernel/act'
import { Refusal, refusals } from '#kernel/call/errors'
import { seal } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { changeAlert, findAlert, type Alert, type NewEvent } from '#store/work/alerts'
import { isAllowed, sees } from './allowed'
import { presentFile } from './present'
import { noAlert } from './read'

interface Given {
  id: string
  words: string
  days?: number
}
/** What an act changes besides the state and its day, and what of it stands in the history. */
interface Becomes {
  change?: Partial<Alert>
  event?: Partial<NewEvent>
}

/** Does one thing with an alert that the caller sees and that stands where it can be done; its history and its state in one. */
export async function perform(
  on: On,
  what: PeopleAct,
  { id, words, days }: Given,
  become: (alert: Alert, one: Staff) => Becomes = () => ({}),
): Promise<AlertFile> {
  const caller = await on.caller()
  const changed = await act(on, {
    action: `supervision.${what}Alert`,
    find: () => findAlert(on.db, id),
    look: () => ({ about: { kind: 'alert', id } }),
    may: (alert, one) => isAllowed(on, what, one, alert),
    whoMay: (alert, one) => (sees(on, one, alert) ? whyNot(what, alert) : undefined),
    become: (alert, one) => {
      const { change, event } = become(alert, one)
      const state = stateAfter(alertActs, what, alert.state)
      const isStill = state === alert.state && what !== 'hand'
      return {
        change: {
          ...{ state, open: isOpenState(state), endedOn: isOpenState(state) ? null : on.moment.today },
          ...{ dueOn: isStill ? alert.dueOn : dueOnOf(on.county, state, on.moment.today, days) },
          ...change,
        },
        event: {
          ...{ at: on.moment.iso, act: what, by: byOf(one), wordsSealed: seal(on.keys, words) },
          ...(days !== undefined && { days }),
          ...event,
        },
      }
    },
    change: (alert, { change, event }) => changeAlert(on.db, alert, change, event),
    gone: noAlert,
    late: () => refusals.badInput('刚刚有人动过这条预警，或者它的事实变了。请刷新，看过再办。您写的字还在。'),
  })
  return presentFile(on, caller.staff!, changed)
}

const byOf = ({ _id: staffId, name, role, agencyId, agency }: Staff): NonNullable<NewEvent['by']> => ({
  ...{ staffId, name, role, agencyId, agency },
})

/** To somebody who sees it: it stands elsewhere, or it is others who do this. */
function whyNot(what: PeopleAct, { state }: Alert): Refusal {
  const name = alertActNames[what]
  if (canBe(alertActs, what, state)) return new Refusal('not-allowed', `这一步不归您办：${whoMay[what]}您写的字还在。`)
  const where = startsOf(alertActs, what)
    .map((from) => `“${alertStateNames[from]}”`)
    .join('、')
  return refusals.badInput(`这条预警现在是“${alertStateNames[state]}”，要在${where}的时候才能${name}。您写的字还在。`)
}

const whoMay: Record<PeopleAct, string> = {
  hand: '由先看的单位、纪检监察机关或数据管理单位来交办。',
  inspect: '由纪检监察机关的人来督查。',
  order: '由纪检监察机关的人来责令整改。',
  rectified: '由手上办着的那个单位来报告。',
  pass: '由纪检监察机关复查，没有督查过的，也可以由先看的单位的一把手复查；报告整改的人自己不能复查。',
  fail: '由纪检监察机关复查，没有督查过的，也可以由先看的单位的一把手复查；报告整改的人自己不能复查。',
  close: '督查过的由纪检监察机关办结。',
  refuse: '由办着的、先看的单位的一把手或管理专员，或者纪检监察机关来退回。',
  reopen: '由纪检监察机关重新打开。',
  remind: '由先看的单位、当地政府、纪检监察机关或数据管理单位来督促。',
}

import { sayPosts } from '#domain/access/posts'
import { isWorkerRole, officerRoles, roleNames } from '#domain/access/staff'
import { maskName } from '#domain/people/names'
import { mayEver, takesTwo, type PlanParty } from '#domain/work/plan-powers'
import { planActNames, planStateNames, planTransitions, type PlanAct, type PlanState } from '#domain/work/plans'
import { canBe, stateAfter } from '#domain/work/transitions'
import { act } from '#kernel/act'
import { refusals, type Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { findById } from '#store/db/read'
import { households, type Household } from '#store/people/register'
import { changePlan, findPlan, planIdOf, type NewPlanEvent, type Plan } from '#store/work/plans'
import { byStaff } from '../cases/perform'
import { allowedWithPlan, partiesTo, type HomeWithPlan } from './allowed'
import { noContent } from './content'

interface DoingWithPlan {
  act: PlanAct
  /** What stands on record: `field.writePlan`. */
  action: string
  householdId: string
  words: string
  measure?: number
  become: (about: HomeWithPlan, one: Staff) => { change: Partial<Plan>; contentSealed?: string }
}

/** One person's act on a household's plan: what stands, what waits and its history in one, under `kernel/act`. */
export function doWithPlan(on: On, { act: what, action, householdId, words, measure, become }: DoingWithPlan): Promise<HomeWithPlan> {
  return act<HomeWithPlan, { becomes: Omit<Plan, 'turn'>; event: NewPlanEvent }>(on, {
    action,
    find: () => findHomeWithPlan(on, householdId),
    look: (about, one) => ({
      ...{ about: { kind: 'plan', id: planIdOf(householdId) }, purpose: planPurpose(one) },
      ...(about && { householdId: about.home._id }),
    }),
    may: async (about, one) => (await allowedWithPlan(on, one, about)).includes(what),
    whoMay: async (about, one) => {
      const parties = await partiesTo(on, one, about)
      return parties.length > 0 ? whyNot(on, what, about, parties) : undefined
    },
    become: (about, one) => {
      const { change, contentSealed = null } = become(about, one)
      const unwritten = { ...noContent, ...madeFor(about.home), agreedOn: null, wantedSealed: null, askedBy: null, askedOn: null }
      const base = about.plan ?? unwritten
      const state: PlanState = about.plan ? stateAfter(planTransitions, what, about.plan.state) : 'asked'
      return {
        becomes: { ...base, ...placeOf(about.home), ...change, state },
        event: {
          ...{ at: on.moment.iso, act: what, by: byStaff(one), measure: measure ?? null, contentSealed },
          wordsSealed: words === '' ? null : seal(on.keys, words),
        },
      }
    },
    change: async (about, { becomes, event }) => {
      const plan = await changePlan(on.db, about.plan, becomes, event)
      return plan && { ...about, plan }
    },
    gone: noPlanHome,
    late: () => refusals.badInput('刚刚有人动过这一户的计划。请刷新，看过再办。您写的字还在。'),
  })
}

export async function findHomeWithPlan({ db }: Pick<On, 'db'>, householdId: string): Promise<HomeWithPlan | undefined> {
  const [home, plan] = await Promise.all([findById(db, households, householdId), findPlan(db, householdId)])
  return home && { home, plan }
}

/** Why people's data are looked at for a plan: the pack's words for it. */
export const planPurpose = ({ role }: Pick<Staff, 'role'>): string => (isWorkerRole(role) ? 'visit' : 'pairing-check')

/** Unknown and not theirs answer alike. */
export const noPlanHome = (): Refusal =>
  refusals.notFound(
    '这一户不归您管，或者已经不在名册上。请回到名单刷新；当地乡镇政府和这一户的网格员、帮扶干部、家庭医生看得到。您写的字还在。',
  )

/** Where the household is now: it moves, and its plan goes along. */
const placeOf = ({ _id, townCode, villageCode, headName }: Household) => ({
  ...{ _id: planIdOf(_id), householdId: _id, townCode, villageCode, who: maskName(headName) },
})

/** The category and number of people for which a plan is made. */
export const madeFor = ({ category, members }: Household): Pick<Plan, 'category' | 'people'> => ({
  category,
  people: members.filter(({ left }) => !left).length,
})

/** 南田镇人民政府 网格员 某某: who noted something. */
export const sayHand = ({ agency, role, name }: Staff): string => `${agency}${roleNames[role]} ${name}`

/** To somebody who sees it: it stands elsewhere, or it is others who do this. */
function whyNot({ county }: On, what: PlanAct, { home, plan }: HomeWithPlan, parties: readonly PlanParty[]): Refusal {
  const town = sayPosts(county.agencies.find(({ area }) => area === home.townCode)?.name ?? '当地乡镇政府', officerRoles)
  const others = `${town}${takesTwo(what) ? '（不是写的人，也不是写的人开通的账号）' : '，或者这一户的网格员、帮扶干部、家庭医生'}`
  if (!mayEver(parties, what)) return refusals.notAllowed(others)
  if (!home.onRegister) return refusals.badInput('这一户已经不在名册上，计划到此为止，只能看。您写的字还在。')
  if (!plan) return refusals.badInput('这一户还没有计划，请先写一份。您写的字还在。')
  if (!canBe(planTransitions, what, plan.state))
    return refusals.badInput(`这一户的计划现在是“${planStateNames[plan.state]}”，这时候不能${planActNames[what]}。您写的字还在。`)
  return refusals.notAllowed(others)
}

import { isWorkerRole } from '#domain/access/staff'
import { areaOf } from '#domain/work/alert-powers'
import { faultOfDraft } from '#domain/work/plan-draft'
import { withDraft, withNote, type MeasureAct, type PlanDraft } from '#domain/work/plans'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { HomeWithPlan } from './allowed'
import { contentOf, draftOf, keptContent } from './content'
import { doWithPlan, madeFor, sayHand } from './perform'

interface About {
  /** What stands on record: `field.writePlan`. */
  action: string
  householdId: string
  words: string
}

/** A version of a household's plan that waits for a second person; what stood stands meanwhile. @throws Refusal that says what to mend. */
export const writePlan = (on: On, about: About, draft: PlanDraft): Promise<HomeWithPlan> =>
  doWithPlan(on, {
    ...{ act: 'write', ...about },
    become: ({ plan }, { _id: askedBy }) => {
      const fault = faultOfDraft(on.county, draft, contentOf(on.keys, plan), on.moment.today)
      if (fault !== undefined) throw refusals.badInput(`${fault}您写的字还在。`)
      const wantedSealed = seal(on.keys, JSON.stringify(draft))
      return { change: { wantedSealed, askedBy, askedOn: on.moment.today }, contentSealed: wantedSealed }
    },
  })

/** By a second person: the version that waits is the plan from today on. */
export const approvePlan = (on: On, about: About): Promise<HomeWithPlan> =>
  doWithPlan(on, {
    ...{ act: 'approve', ...about },
    become: ({ home, plan }) => {
      const content = keptContent(on, withDraft(contentOf(on.keys, plan), draftOf(on.keys, plan)!, on.moment.today))
      const decided = { wantedSealed: null, askedBy: null, askedOn: null, agreedOn: on.moment.today }
      return { change: { ...content, ...madeFor(home), ...decided }, contentSealed: content.contentSealed! }
    },
  })

/** Back to whoever writes it, who finds it as it was written; `words` say what to mend. */
export const sendBackPlan = (on: On, about: About): Promise<HomeWithPlan> =>
  doWithPlan(on, { ...{ act: 'sendBack', ...about }, become: () => ({ change: { askedBy: null, askedOn: null } }) })

/** How far one measure is; or that it is done, or dropped. Of an agency that does a measure, only its own. */
export const noteMeasure = (on: On, act: MeasureAct, n: number, { words, ...about }: About): Promise<HomeWithPlan> =>
  doWithPlan(on, {
    ...{ act, words, measure: n, ...about },
    become: ({ home, plan }, one) => {
      const content = contentOf(on.keys, plan)!
      const hand = content.measures.find((measure) => measure.n === n)?.who
      const isAnswering = !isWorkerRole(one.role) && areaOf(on.county, one.agencyId) !== home.townCode
      if (isAnswering && hand !== one.agencyId) throw refusals.badInput('这一项不是贵单位做的，请看由谁来做。')
      const noted = withNote(content, n, { on: on.moment.today, act, by: sayHand(one), words })
      if (!noted) throw refusals.badInput('这一项已经做成或者不做了，不能再记。请刷新，看过再办。您写的字还在。')
      return { change: keptContent(on, noted) }
    },
  })

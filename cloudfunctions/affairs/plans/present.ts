import type { OwnPlan, PlanView } from '#contract/call/plan'
import { isWorkerRole, roleNames, workerRoles } from '#domain/access/staff'
import { unitName } from '#domain/access/posts'
import { categoryName } from '#domain/county/categories'
import { maskName } from '#domain/people/names'
import { villageName } from '#domain/place/divisions'
import { overdue, unanswered } from '#domain/work/plan-draft'
import { ownHands, type DraftMeasure, type PlanCause, type PlanContent } from '#domain/work/plans'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { planHistory, type PlanEvent } from '#store/work/plans'
import { allowedWithPlan, type HomeWithPlan } from './allowed'
import { contentOf, draftOf } from './content'
import { reviewsOfHomes } from './review'
import { suggestionsFor } from './suggest'

type Pack = On['county']

/** 帮扶干部, 县卫生健康局, 自家. */
export const handName = (county: Pack, who: string): string =>
  who === ownHands ? '自家' : (roleNames[workerRoles.find((role) => role === who)!] ?? unitName(county, who))
export const causeName = ({ causes }: Pack, id: string): string => causes.find((one) => one.id === id)?.name ?? id
export const measureName = ({ measures }: Pack, id: string): string => measures.find((one) => one.id === id)?.name ?? id

const named = (county: Pack, causes: readonly PlanCause[]): OwnPlan['causes'] =>
  causes.map((one) => {
    const known = county.causes.find(({ id }) => id === one.id)
    return { ...one, name: known?.name ?? one.id, nature: known?.nature ?? 'permanent' }
  })
const withNames = <T extends DraftMeasure>(county: Pack, one: T) => ({
  ...one,
  name: measureName(county, one.id),
  hand: handName(county, one.who),
})

/** What two people agreed on, with its progress, as everybody who sees it reads it. */
export const tellPlan = (
  { county, moment: { today } }: Pick<On, 'county' | 'moment'>,
  agreedOn: OwnPlan['agreedOn'],
  { causes, measures }: PlanContent,
): OwnPlan => ({
  agreedOn,
  causes: named(county, causes),
  measures: measures.map((one) => ({ ...withNames(county, one), late: overdue([one], today).length > 0 })),
})

/** A household's plan with what waits, why it is to be looked at again, its history, and what the caller may do. */
export async function presentPlan(on: On, one: Staff, about: HomeWithPlan): Promise<PlanView> {
  const { db, county, keys, moment } = on
  const { home, plan } = about
  const [history, can, reviews] = await Promise.all([
    plan ? planHistory(db, plan._id) : ([] as PlanEvent[]),
    allowedWithPlan(on, one, about),
    plan ? reviewsOfHomes(on, [home], new Map([[home._id, plan]])) : undefined,
  ])
  const content = contentOf(keys, plan)
  const draft = draftOf(keys, plan)
  const asker = history.filter(({ act }) => act === 'write').at(-1)
  return {
    householdId: home._id,
    who: isWorkerRole(one.role) ? home.headName : maskName(home.headName),
    village: villageName(county, home.villageCode),
    category: categoryName(county, home.category),
    ended: !home.onRegister,
    ...(plan && { state: plan.state }),
    ...(plan?.agreedOn && content && { plan: tellPlan(on, plan.agreedOn, content) }),
    ...(draft && {
      wanted: {
        ...{ draft, causes: named(county, draft.causes), measures: draft.measures.map((one) => withNames(county, one)) },
        ...(asker && { by: sayBy(asker) }),
        ...(plan?.askedOn && { on: plan.askedOn }),
      },
    }),
    unanswered: plan ? unanswered(county, plan.outline, moment.today).map((cause) => causeName(county, cause)) : [],
    reviews: (reviews?.get(home._id) ?? []).map((review) => ({ ...review, late: review.dueOn < moment.today })),
    history: history.map((event) => presentEvent(on, event)),
    can,
    ...(can.includes('write') && { choices: await choicesFor(on, about) }),
  }
}

const sayBy = ({ by }: PlanEvent): string => (by.as === 'staff' ? `${by.agency}${roleNames[by.role]} ${by.name}` : '')

const presentEvent = ({ keys }: On, { at, act, by, wordsSealed }: PlanEvent): PlanView['history'][number] => ({
  ...{ at, act },
  by: by.as === 'staff' ? { name: by.name, role: by.role, agency: by.agency } : { name: '', role: 'officer', agency: '' },
  ...(wordsSealed !== null && { words: open(keys, wordsSealed) }),
})

async function choicesFor(on: On, { home }: HomeWithPlan): Promise<NonNullable<PlanView['choices']>> {
  const { county } = on
  const found = await suggestionsFor(on, home)
  return {
    causes: county.causes.map(({ id, name, nature, strategy }) => ({ id, name, nature, strategy })),
    measures: county.measures.map(({ id, name, answers, proof }) => ({ id, name, answers, proof })),
    hands: [
      ...[...workerRoles, ownHands].map((id) => ({ id, name: handName(county, id) })),
      ...county.agencies.filter(({ area }) => area === undefined || area === home.townCode).map(({ id, name }) => ({ id, name })),
    ],
    suggestions: found.map(({ measure, cause, tried, done }) => ({
      ...{ measure, cause },
      why: `情况相近、同样${causeName(county, cause)}的 ${tried} 户做过“${measureName(county, measure)}”，${done} 户做成。`,
    })),
  }
}

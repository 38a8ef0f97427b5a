import type { County } from '../county/county'
import { workerRoles } from '../access/staff'
import { sayWhen, type Day } from '../time/dates'
import { ownHands, type DraftMeasure, type PlanContent, type PlanDraft, type PlanOutline } from './plans'

type Pack = Pick<County, 'causes' | 'measures' | 'agencies'>

/** Everybody who may do a measure, by id: the worker roles, the household, every agency. */
const isHand = ({ agencies }: Pack, who: string): boolean =>
  [...workerRoles, ownHands].some((one) => one === who) || agencies.some(({ id }) => id === who)

/**
 * What is wrong with a draft, in words for whoever wrote it; nothing where it can be asked for. A cause that no measure answers is no
 * fault: it is said beside (`unanswered`), and is an alert once the plan stands.
 */
export function faultOfDraft(
  county: Pack,
  { causes, measures }: PlanDraft,
  standing: PlanContent | undefined,
  today: Day,
): string | undefined {
  if (causes.length === 0) return '请选这一户难在哪里，至少选一个原因。'
  if (new Set(causes.map(({ id }) => id)).size < causes.length) return '同一个原因选了两次，请去掉一个。'
  for (const { id, until } of causes) {
    const cause = county.causes.find((one) => one.id === id)
    if (!cause) return '有一个原因现在没有了，请刷新后重选。'
    if (cause.nature === 'stage' && until === undefined) return `“${cause.name}”是一个阶段的，请写到哪天为止。`
    if (cause.nature === 'stage' && until! <= today) return `“${cause.name}”到${sayWhen(until!)}已经过了，请改日子，或者去掉这个原因。`
    if (cause.nature !== 'stage' && until !== undefined) return `“${cause.name}”不是一个阶段的，不用写到哪天。`
  }
  if (measures.length === 0) return '请写做什么，至少一项措施。'
  for (const one of measures) {
    const fault = faultOfMeasure(county, one, causes, standing, today)
    if (fault !== undefined) return fault
  }
  const kept = measures.flatMap(({ n }) => n ?? [])
  return new Set(kept).size < kept.length ? '同一项措施写了两次，请去掉一个。' : undefined
}

function faultOfMeasure(
  county: Pack,
  { n, id, who, until }: DraftMeasure,
  causes: PlanDraft['causes'],
  standing: PlanContent | undefined,
  today: Day,
): string | undefined {
  const measure = county.measures.find((one) => one.id === id)
  if (!measure) return '有一项措施现在没有了，请刷新后重选。'
  if (!isHand(county, who)) return `“${measure.name}”由谁来做，请重选。`
  const former = n === undefined ? undefined : standing?.measures.find((one) => one.n === n)
  if (n !== undefined && (!former || former.id !== id)) return `“${measure.name}”和原来的计划对不上，请刷新后再改。`
  if (former) return undefined
  if (!causes.some((cause) => measure.answers.includes(cause.id)))
    return `“${measure.name}”和选的原因对不上，请换一项，或者补上它对应的原因。`
  return until < today ? `“${measure.name}”的日子已经过了，请改一个今天以后的日子。` : undefined
}

/** Causes that hold today and that no open or done measure answers, by id. */
export const unanswered = ({ measures }: Pick<Pack, 'measures'>, plan: PlanOutline, today: Day): string[] =>
  plan.causes
    .filter(({ until }) => until === undefined || until >= today)
    .filter(
      ({ id }) =>
        !plan.measures.some(
          (one) => one.state !== 'dropped' && measures.find((measure) => measure.id === one.id)?.answers.includes(id) === true,
        ),
    )
    .map(({ id }) => id)

/** Open measures whose day is over. */
export const overdue = <T extends PlanOutline['measures'][number]>(measures: readonly T[], today: Day): T[] =>
  measures.filter(({ state, until }) => state === 'open' && until < today)

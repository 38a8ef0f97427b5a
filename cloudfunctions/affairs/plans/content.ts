import { outlineOf, type PlanContent, type PlanDraft } from '#domain/work/plans'
import type { On } from '#kernel/call/on'
import { open, seal } from '#kernel/seal/seal'
import type { Plan } from '#store/work/plans'

export const contentOf = (keys: On['keys'], plan: Pick<Plan, 'contentSealed'> | undefined): PlanContent | undefined =>
  plan?.contentSealed ? (JSON.parse(open(keys, plan.contentSealed)) as PlanContent) : undefined

export const draftOf = (keys: On['keys'], plan: Pick<Plan, 'wantedSealed'> | undefined): PlanDraft | undefined =>
  plan?.wantedSealed ? (JSON.parse(open(keys, plan.wantedSealed)) as PlanDraft) : undefined

type Kept = Pick<Plan, 'contentSealed' | 'outline' | 'causeIds' | 'answering' | 'nextUntil'>

/** What stands, sealed, with what is searched of it. */
export function keptContent({ keys, county }: Pick<On, 'keys' | 'county'>, content: PlanContent): Kept {
  const open = content.measures.filter(({ state }) => state === 'open')
  return {
    contentSealed: seal(keys, JSON.stringify(content)),
    outline: outlineOf(content),
    causeIds: content.causes.map(({ id }) => id),
    answering: [...new Set(open.map(({ who }) => who))].filter((who) => county.agencies.some(({ id }) => id === who)),
    nextUntil: open.map(({ until }) => until).sort()[0] ?? null,
  }
}
export const noContent: Kept = { contentSealed: null, outline: { causes: [], measures: [] }, causeIds: [], answering: [], nextUntil: null }

import type { PlanView } from '#contract/call/plan'
import { isDay, type Day } from '#domain/time/dates'
import { readLooseDate } from '#domain/time/loose-dates'
import type { PlanDraft } from '#domain/work/plans'
import type { Fault } from '../../../ui/read/use-fault'

export type Choices = NonNullable<PlanView['choices']>

/** What is typed: days as people write them. */
export interface TypedMeasure {
  n?: number
  id: string
  words: string
  who: string
  until: string
  proof: string
}
export interface Typed {
  causes: { id: string; until: string }[]
  measures: TypedMeasure[]
  words: string
}

/** Begun with what waits or was sent back, else with what stands and is open. */
export function typedFrom({ wanted, plan }: PlanView): Typed {
  const from: PlanDraft = wanted?.draft ?? {
    causes: plan?.causes ?? [],
    measures: plan?.measures.filter(({ state }) => state === 'open') ?? [],
  }
  return {
    causes: from.causes.map(({ id, until = '' }) => ({ id, until })),
    measures: from.measures.map(({ n, id, words, who, until, proof }) => ({ ...(n !== undefined && { n }), id, words, who, until, proof })),
    words: '',
  }
}

const dayIn = (text: string): Day | undefined => {
  const read = readLooseDate(text.trim())
  return 'on' in read && isDay(read.on) ? read.on : undefined
}
const noDay = '请写年月日，例如 2027年6月30日。'

/** What is missing or wrong, in the order of the page; what only the county knows the server says. */
export function faultOfTyped({ causes, measures, words }: Typed, choices: Choices): Fault | undefined {
  if (causes.length === 0) return { field: 'plan-causes', words: '请选这一户难在哪里。' }
  const endless = causes.find(({ id, until }) => isStage(choices, id) && dayIn(until) === undefined)
  if (endless) return { field: `plan-cause-${endless.id}`, words: noDay }
  if (measures.length === 0) return { field: 'plan-add', words: '请加一项措施。' }
  for (const [i, one] of measures.entries()) {
    if (one.words.trim().length < 2) return { field: `plan-words-${i}`, words: '请写这一项具体做什么。' }
    if (one.who === '') return { field: `plan-who-${i}`, words: '请选由谁来做。' }
    if (dayIn(one.until) === undefined) return { field: `plan-until-${i}`, words: noDay }
    if (one.proof.trim().length < 2) return { field: `plan-proof-${i}`, words: '请写怎么算做成了。' }
  }
  return words.trim().length < 4 ? { field: 'plan-why', words: '请写清楚，至少 4 个字。' } : undefined
}

export const isStage = ({ causes }: Choices, id: string): boolean => causes.find((one) => one.id === id)?.nature === 'stage'

/** As it is sent, once nothing is wrong with it. */
export const draftOf = ({ causes, measures }: Typed, choices: Choices): PlanDraft => ({
  causes: causes.map(({ id, until }) => ({ id, ...(isStage(choices, id) && { until: dayIn(until)! }) })),
  measures: measures.map((one) => ({ ...one, words: one.words.trim(), proof: one.proof.trim(), until: dayIn(one.until)! })),
})

import type { WorkerRole } from '../access/staff'
import type { Day } from '../time/dates'
import type { Transitions } from './transitions'

/** Plans 一户一策: why a household is poor, what is done about each cause, by whom, until when, and how it is known that it worked. */

/** `revising`: one version stands, another waits for the second person. A household off the register has no plan, whatever its state. */
export const planStateNames = {
  asked: '写好了，等审批',
  back: '退回了，等改',
  standing: '在办',
  revising: '在办，改的等审批',
} as const
export type PlanState = keyof typeof planStateNames
export const planStates = Object.keys(planStateNames) as [PlanState, ...PlanState[]]

export const planActNames = {
  write: '写计划',
  approve: '同意',
  sendBack: '退回',
  note: '记进展',
  done: '记做成了',
  drop: '记不做了',
} as const
export type PlanAct = keyof typeof planActNames
export const planActs = Object.keys(planActNames) as [PlanAct, ...PlanAct[]]

/** The first version comes from nowhere: it begins as `asked`. */
export const planTransitions: Transitions<PlanState, PlanAct> = {
  write: { asked: 'asked', back: 'asked', standing: 'revising', revising: 'revising' },
  approve: { asked: 'standing', revising: 'standing' },
  sendBack: { asked: 'back', revising: 'standing' },
  note: { standing: 'standing', revising: 'revising' },
  done: { standing: 'standing', revising: 'revising' },
  drop: { standing: 'standing', revising: 'revising' },
}
/** What is done with one measure of a plan. */
export const measureActs = ['note', 'done', 'drop'] as const
export type MeasureAct = (typeof measureActs)[number]

export const measureStateNames = { open: '在办', done: '做成了', dropped: '不做了' } as const
export type MeasureState = keyof typeof measureStateNames
export const measureStates = Object.keys(measureStateNames) as [MeasureState, ...MeasureState[]]

/** The household itself, among those who do a measure. */
export const ownHands = 'self'
/** Who does it: a role, so that whoever comes after takes it over; an agency of the pack; the household itself. */
type PlanHand = WorkerRole | typeof ownHands | (string & { readonly __of?: 'agency' })

/** A cause by the pack's id; one that is a stage 阶段 has the day on which it ends. */
export interface PlanCause {
  id: string
  until?: Day
}

/** What somebody writes of one measure; `n` where it is one that stands already. */
export interface DraftMeasure {
  n?: number
  id: string
  words: string
  who: PlanHand
  until: Day
  proof: string
}
export interface PlanDraft {
  causes: PlanCause[]
  measures: DraftMeasure[]
}

export interface MeasureNote {
  on: Day
  act: MeasureAct
  /** 南田镇人民政府 网格员 某某; nothing where it followed by itself. */
  by: string
  words: string
}
export interface PlannedMeasure extends DraftMeasure {
  n: number
  state: MeasureState
  notes: MeasureNote[]
}
/** What two people agreed on, with its progress. */
export interface PlanContent {
  causes: PlanCause[]
  measures: PlannedMeasure[]
}

/**
 * The plan that an approved draft makes of what stood. What was done or dropped meanwhile stays so; what the draft leaves out is dropped,
 * and says it; nothing that was noted is lost.
 */
export function withDraft(standing: PlanContent | undefined, { causes, measures }: PlanDraft, today: Day): PlanContent {
  const before = standing?.measures ?? []
  const kept = before.map((one): PlannedMeasure => {
    const again = measures.find(({ n }) => n === one.n)
    if (one.state !== 'open') return one
    if (again) return { ...one, ...again, n: one.n }
    return { ...one, state: 'dropped', notes: [...one.notes, { on: today, act: 'drop', by: '', words: '改计划时去掉了这一项' }] }
  })
  const last = Math.max(0, ...before.map(({ n }) => n))
  const added = measures
    .filter(({ n }) => n === undefined)
    .map((one, i): PlannedMeasure => ({ ...one, n: last + i + 1, state: 'open', notes: [] }))
  return { causes, measures: [...kept, ...added] }
}

/** The plan after something was done with one open measure; nothing where there is no such open one. */
export function withNote(content: PlanContent, n: number, note: MeasureNote): PlanContent | undefined {
  const one = content.measures.find((measure) => measure.n === n && measure.state === 'open')
  if (!one) return undefined
  const state = note.act === 'note' ? 'open' : note.act === 'done' ? 'done' : 'dropped'
  const changed: PlannedMeasure = { ...one, state, notes: [...one.notes, note] }
  return { ...content, measures: content.measures.map((measure) => (measure === one ? changed : measure)) }
}

/** Of a plan, what may be searched and counted: ids, days and states, nobody's words. */
export interface PlanOutline {
  causes: PlanCause[]
  measures: Pick<PlannedMeasure, 'id' | 'who' | 'until' | 'state'>[]
}
export const outlineOf = ({ causes, measures }: PlanContent): PlanOutline => ({
  causes,
  measures: measures.map(({ id, who, until, state }) => ({ id, who, until, state })),
})

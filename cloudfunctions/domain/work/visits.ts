import type { VisitField, VisitRules } from '../county/visit-rules'
import type { WorkerRole } from '../access/staff'
import type { Day } from '../time/dates'

/** Visits 走访: what one says, and what stands of a household after all of them, in whatever order they came. */

/** A choice is its option's id, a number itself, money its 分. */
export type VisitValue = string | number

/**
 * One field that is not as it was known: `basedOn` are the visits whose values the phone had shown, none where it had shown none. A
 * person's choice between two values is based on both.
 */
export interface FieldChange {
  field: string
  value: VisitValue
  basedOn: string[]
}

/** What somebody writes at the door. */
export interface VisitContent {
  /** Who was met: 本人, 老伴, 没人在家. */
  met: string
  /** 无变化: what was known was read out and is so still. */
  unchanged: boolean
  changes: FieldChange[]
  /** What was talked of. */
  talked: string
  /** Needs heard, by the pack's topic. */
  heard: { topic: string; words: string }[]
  /** How many photos belong to it; their parts follow or went before. */
  photos: number
}

/** A visit as far as what stands of the household follows from it. */
export interface VisitSaid {
  _id: string
  on: Day
  changes: readonly FieldChange[]
}

/** A value that stands, and the visits that said it. More than one for a field: they disagree, until a person chooses. */
export interface Standing {
  value: VisitValue
  by: string[]
  /** The newest day on which it was said. */
  on: Day
}

/**
 * What stands of each field: every value that no later visit was based on. It follows from which visits there are, not from the order in
 * which they came; visits that changed different fields merge by themselves, two that changed one without knowing of each other both stand.
 */
export function standingOf(visits: readonly VisitSaid[]): Map<string, Standing[]> {
  const said = new Map<string, { visit: VisitSaid; change: FieldChange }[]>()
  for (const visit of visits)
    for (const change of visit.changes) said.set(change.field, [...(said.get(change.field) ?? []), { visit, change }])
  return new Map([...said].map(([field, all]) => [field, standingAmong(all)]))
}

function standingAmong(all: readonly { visit: VisitSaid; change: FieldChange }[]): Standing[] {
  const replaced = new Set(all.flatMap(({ visit, change }) => change.basedOn.filter((id) => id !== visit._id)))
  const last = all.filter(({ visit }) => !replaced.has(visit._id))
  const standing = new Map<VisitValue, Standing>()
  // Visits that claim to be based on each other leave none: then all of them stand.
  for (const { visit, change } of last.length > 0 ? last : all) {
    const { by = [], on = visit.on } = standing.get(change.value) ?? {}
    standing.set(change.value, { value: change.value, by: [...by, visit._id].sort(), on: visit.on > on ? visit.on : on })
  }
  return [...standing.values()].sort((a, b) => (a.on === b.on ? String(a.by[0]).localeCompare(String(b.by[0])) : a.on < b.on ? 1 : -1))
}

/** The fields that somebody of this role asks. */
export const fieldsFor = ({ fields }: Pick<VisitRules, 'fields'>, role: WorkerRole): VisitField[] =>
  fields.filter(({ roles }) => roles === undefined || roles.includes(role))

/**
 * What is wrong with a visit's content, in words for whoever wrote it; nothing where it can be kept. An option that the pack has dropped
 * meanwhile is kept all the same: somebody was out without signal when it went.
 */
export function faultOfVisit({ fields, needs }: Pick<VisitRules, 'fields' | 'needs'>, content: VisitContent): string | undefined {
  const { unchanged, changes, met, heard, talked } = content
  if (met.trim() === '') return '请写见到了谁；没人在家，就写没人在家。'
  if (unchanged && changes.length > 0) return '选了“无变化”，又改了几项。请去掉“无变化”，或者把改的几项改回去。'
  if (!unchanged && changes.length === 0 && heard.length === 0 && talked.trim() === '')
    return '什么也没写。没有变化，请点“无变化”；有变化，请改那一项，或者写谈了什么。'
  for (const { field, value } of changes) {
    const rule = fields.find(({ id }) => id === field)
    if (!rule) return `走访表上没有“${field}”这一项了。请更新小程序后打开这一条，去掉它再传。`
    const fault = faultOfValue(rule, value)
    if (fault !== undefined) return fault
  }
  if (new Set(changes.map(({ field }) => field)).size < changes.length) return '同一项写了两次。请打开这一条，留一个再传。'
  if (heard.some(({ topic }) => !needs.some(({ id }) => id === topic))) return '有一条需求的种类现在没有了。请打开这一条，重选种类再传。'
  return undefined
}

function faultOfValue({ kind, label, options = [] }: VisitField, value: VisitValue): string | undefined {
  if (kind === 'choice')
    return options.some(({ id }) => id === value) ? undefined : `“${label}”选的一项现在没有了。请打开这一条，重选再传。`
  if (kind === 'words') return typeof value === 'string' && value.trim() !== '' ? undefined : `“${label}”是空的。请写上，或者不改这一项。`
  const most = kind === 'yuan' ? 100_000_000_00 : 1_000_000
  return typeof value === 'number' && value >= 0 && value <= most && (kind === 'number' || Number.isInteger(value))
    ? undefined
    : `“${label}”不像一个数，请打开这一条看一看。`
}

import type { VisitField } from '#domain/county/visit-rules'
import { readAmount } from '#domain/money/amounts'
import { faultOfVisit, type FieldChange, type VisitContent, type VisitValue } from '#domain/work/visits'
import { visits } from '../../../services/built-in/visits'
import type { Known } from '../../../services/outbox/entry'
import type { Fault } from '../../../ui/read/use-fault'

/** What is written at the door. `values`: as chosen or typed, by field; money in 元. */
export interface VisitDraft {
  met: string
  values: Record<string, string>
  talked: string
  heard: { topic: string; words: string }[]
}

/** One field of the form, with what was known of it. */
export interface Asked extends VisitField {
  standing: Known['standing']
}

export const askedOf = (fields: readonly VisitField[], known: readonly Known[]): Asked[] =>
  fields.map((field) => ({ ...field, standing: known.find((one) => one.field === field.id)?.standing ?? [] }))

/** A value as it stands in the form. */
const typedOf = ({ kind }: VisitField, value: VisitValue): string => (kind === 'yuan' ? String(Number(value) / 100) : String(value))

/** A value as people say it. */
export function sayValue({ kind, options = [], unit }: VisitField, value: VisitValue): string {
  if (kind === 'choice') return options.find(({ id }) => id === value)?.name ?? String(value)
  if (kind === 'yuan') return `${Number(value) / 100} 元`
  return unit === undefined ? String(value) : `${value} ${unit}`
}

/** What stands there before anybody writes: what was known; nothing where visits disagree, for a person chooses. */
const knownText = (field: Asked): string => (field.standing.length === 1 ? typedOf(field, field.standing[0]!.value) : '')

export const emptyVisit = (asked: readonly Asked[], met: string): VisitDraft => ({
  ...{ met, talked: '', heard: [] },
  values: Object.fromEntries(asked.map((field) => [field.id, knownText(field)])),
})

/** The same visit in the form again, to be put right. */
export const draftOf = (asked: readonly Asked[], { met, talked, heard, changes }: Omit<VisitContent, 'photos'>): VisitDraft => ({
  ...{ met, talked, heard },
  values: {
    ...emptyVisit(asked, '').values,
    ...Object.fromEntries(
      changes.flatMap(({ field, value }) => {
        const rule = asked.find(({ id }) => id === field)
        return rule ? [[field, typedOf(rule, value)]] : []
      }),
    ),
  },
})

/** The fields that are not as they were known. A choice between two values that stand is based on both. */
const changedIn = (asked: readonly Asked[], { values }: VisitDraft): Asked[] =>
  asked.filter((field) => (values[field.id] ?? '').trim() !== knownText(field))

function valueOf({ kind }: VisitField, typed: string): VisitValue | undefined {
  if (kind === 'choice' || kind === 'words') return typed.trim()
  if (kind === 'number') return /^\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : undefined
  const read = readAmount(typed)
  return 'fen' in read && read.fen >= 0 ? read.fen : undefined
}

/** What is wrong, at its place in the form. */
export function visitFault(asked: readonly Asked[], draft: VisitDraft, unchanged: boolean): Fault | undefined {
  if (draft.met.trim() === '') return { field: 'visit-met', words: '请写见到了谁；没人在家，就写没人在家。' }
  for (const field of changedIn(asked, draft)) {
    const typed = draft.values[field.id]!.trim()
    const at = `visit-${field.id}`
    if (unchanged) return { field: at, words: '这一项改过了。确实变了，请点“记下这次走访”；没有变，请改回去再点“无变化”。' }
    if (typed === '')
      return { field: at, words: `原来是“${sayValue(field, field.standing[0]!.value)}”。请写现在是多少，没变就照原来的写。` }
    if (valueOf(field, typed) === undefined)
      return { field: at, words: field.kind === 'yuan' ? '请写数字，单位是元，例如 500。' : '请写数字，例如 2。' }
  }
  const odd = draft.heard.findIndex(({ words }) => words.trim().length < 2)
  if (odd >= 0) return { field: `need-${odd}`, words: '请写清楚需要什么；没有了就点“拿掉”。' }
  const words = faultOfVisit(visits, { ...contentOf(asked, draft, unchanged), photos: 0 })
  return words === undefined ? undefined : { field: 'visit-talked', words }
}

/** As it is kept and sent. */
export function contentOf(asked: readonly Asked[], draft: VisitDraft, unchanged: boolean): Omit<VisitContent, 'photos'> {
  const changes = changedIn(asked, draft).flatMap((field): FieldChange[] => {
    const value = valueOf(field, draft.values[field.id]!)
    return value === undefined ? [] : [{ field: field.id, value, basedOn: field.standing.flatMap(({ by }) => by).slice(0, 20) }]
  })
  const heard = draft.heard.map(({ topic, words }) => ({ topic, words: words.trim() }))
  return { met: draft.met.trim(), unchanged, changes, talked: draft.talked.trim(), heard }
}

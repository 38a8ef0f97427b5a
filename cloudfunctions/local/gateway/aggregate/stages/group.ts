import { nameOf } from '../../door/ejson'
import { badRequest } from '../../door/errors'
import { isDocument, type Document, type Value } from '../../query/values'
import { fieldName } from '../expression'
import { distinct } from '../operators/sets'
import { SUMMARIES } from '../operators/statistics'
import { put, type Bindings, type Eval } from '../scope'
import { expressionOf, type BuildStage, type Plan, type Stage } from './stage'

type Given = Value | undefined

/** What a group gathers of its documents, in the order in which they came. A missing value adds nothing to a list. */
const ACCUMULATORS: Record<string, (values: Given[]) => Given> = {
  ...SUMMARIES,
  $first: (values) => values[0],
  $last: (values) => values.at(-1),
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: (values) => distinct(values.filter((value) => value !== undefined)),
}

interface Output {
  name: string
  of: Eval
  summarize(values: Given[]): Given
}

/** Reads the fields of `$group`, `$bucket` and `$bucketAuto`. */
export function parseOutputs(specification: Document, plan: Plan): Output[] {
  return Object.entries(specification).map(([name, accumulator]) => {
    const [entry, ...more] = isDocument(accumulator) ? Object.entries(accumulator) : []
    if (!entry || more.length > 0) throw badRequest(`The field '${name}' must be an accumulator object`)
    const [operator, argument] = entry
    if (operator === '$count') {
      if (!isDocument(argument) || Object.keys(argument).length > 0) throw badRequest('$count takes no arguments, i.e. $count:{}')
      return { name: fieldName(name), of: () => 1, summarize: (values) => values.length }
    }
    const summarize = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined
    if (!summarize) throw badRequest(`unknown group operator '${operator}'`)
    return { name: fieldName(name), of: expressionOf(plan, argument), summarize }
  })
}

/** One document for all of `documents`. */
export function summarize(id: Value, outputs: Output[], gathered: Given[][]): Document {
  const result: Document = { _id: id }
  outputs.forEach(({ name, summarize: finish }, i) => put(result, name, finish(gathered[i] ?? []) ?? null))
  return result
}

export const gather = (outputs: Output[], gathered: Given[][], root: Document, bindings: Bindings | undefined): void =>
  outputs.forEach(({ of }, i) => (gathered[i] as Given[]).push(of({ root, bindings })))

/** Documents with one key, each group where its first document came. Missing and null are one key; the order of an object's keys counts. */
export function groupBy(plan: Plan, keyOf: (document: Document, bindings: Bindings | undefined) => Value, outputs: Output[]): Stage {
  return function* (input, bindings) {
    const groups = new Map<string, { key: Value; gathered: Given[][] }>()
    for (const document of input) {
      plan.work.spend(1 + outputs.length)
      const key = keyOf(document, bindings)
      const name = nameOf(key)
      let group = groups.get(name)
      if (!group) groups.set(name, (group = { key, gathered: outputs.map(() => []) }))
      gather(outputs, group.gathered, document, bindings)
    }
    for (const { key, gathered } of groups.values()) yield summarize(key, outputs, gathered)
  }
}

export const group: BuildStage = (argument, plan) => {
  if (!isDocument(argument) || !Object.hasOwn(argument, '_id')) throw badRequest('a group specification must include an _id')
  const { _id: id, ...rest } = argument
  const key = expressionOf(plan, id as Value)
  return groupBy(plan, (root, bindings) => key({ root, bindings }) ?? null, parseOutputs(rest, plan))
}

import { nameOf, parseStored } from '../../door/ejson'
import { badRequest } from '../../door/errors'
import { EVERYTHING } from '../../filter/ast'
import { checkedPath, splitPath, valuesAtPath } from '../../query/paths'
import { isDocument, type Document, type Value } from '../../query/values'
import { variableName } from '../operators/logic'
import { bind, members, type Env } from '../scope'
import { expressionOf, type BuildStage, type Plan, type Stage } from './stage'
import { setAt } from './unwind'

type Bound = (env: Env) => Env

/** One query for all documents that come in, through the index on `foreignField` if there is one. */
export const lookup: BuildStage = (argument, plan) => {
  const given = members('$lookup', argument, ['from', 'as'], ['localField', 'foreignField', 'let', 'pipeline'])
  const { from, as, localField: local, foreignField: foreign, let: variables, pipeline } = given
  if (typeof from !== 'string' || typeof as !== 'string') throw badRequest('$lookup needs from and as, both strings')
  if ((local === undefined) !== (foreign === undefined)) throw badRequest('$lookup needs both localField and foreignField, or neither')
  if (local === undefined && pipeline === undefined) throw badRequest('$lookup needs localField and foreignField, or a pipeline')
  const target = checkedPath(as)
  if (as.startsWith('$')) throw badRequest("the as of $lookup cannot start with '$'")
  const { names, bound } = parseLet(variables, plan)
  const stages = pipeline === undefined ? undefined : plan.pipeline(pipeline, ...names)
  const join = local === undefined ? everything(from, plan) : byEquality(from, path(local), path(foreign), plan)
  return function* (input, bindings) {
    const documents = [...input]
    const joined = join(documents)
    for (const [i, root] of documents.entries()) {
      plan.work.spend(1 + (joined[i]?.length ?? 0))
      const found = joined[i] ?? []
      yield setAt(root, target, stages ? [...stages(found, bound({ root, bindings }).bindings)] : found)
    }
  }
}

function path(value: Value | undefined): string {
  if (typeof value !== 'string') throw badRequest('localField and foreignField of $lookup must be strings')
  checkedPath(value)
  return value
}

function parseLet(variables: Value | undefined, plan: Plan): { names: string[]; bound: Bound } {
  if (variables !== undefined && !isDocument(variables)) throw badRequest('the let of $lookup must be an object')
  const entries = Object.entries(variables ?? {}).map(([name, value]) => [variableName(name), expressionOf(plan, value)] as const)
  return {
    names: entries.map(([name]) => name),
    bound: (env) => entries.reduce((inner, [name, value]) => bind(inner, name, value(env)), env),
  }
}

type Join = (documents: Document[]) => Document[][]

const everything =
  (from: string, { find }: Plan): Join =>
  (documents) => {
    const all = find(from, EVERYTHING).map((row) => parseStored(row.text))
    return documents.map(() => all)
  }

/** A missing field is looked for as null, each element of an array by itself. */
const byEquality =
  (from: string, local: string, foreign: string, { find }: Plan): Join =>
  (documents) => {
    const wanted = documents.map((document) => valuesAtPath(document, splitPath(local)).map((value) => value ?? null))
    const distinct = new Map(wanted.flat(1).map((value) => [nameOf(value), value]))
    const rows =
      distinct.size === 0 ? [] : find(from, { kind: 'field', path: foreign, condition: { op: 'in', values: [...distinct.values()] } })
    const found = new Map<string, Set<Document>>()
    for (const { document } of rows) {
      const values = valuesAtPath(document, splitPath(foreign))
      for (const value of values) {
        const name = nameOf(value ?? null)
        const holders = found.get(name) ?? new Set()
        found.set(name, holders.add(document))
      }
    }
    return wanted.map((values) => [...new Set(values.flatMap((value) => [...(found.get(nameOf(value)) ?? [])]))])
  }

/** Several pipelines over the same documents. */
export const facet: BuildStage = (argument, plan) => {
  if (!isDocument(argument) || Object.keys(argument).length === 0) throw badRequest('$facet needs an object of pipelines')
  const parts = Object.entries(argument).map(([name, stages]): [string, Stage] => [name, plan.pipeline(stages)])
  return (input, bindings) => {
    const documents = [...input]
    return [Object.fromEntries(parts.map(([name, stage]) => [name, [...stage(documents, bindings)]]))]
  }
}

/** The documents of another collection after these. */
export const unionWith: BuildStage = (argument, plan) => {
  const { coll, pipeline } = members('$unionWith', typeof argument === 'string' ? { coll: argument } : argument, ['coll'], ['pipeline'])
  if (typeof coll !== 'string') throw badRequest('$unionWith needs the name of a collection')
  const stages = plan.pipeline(pipeline ?? [])
  return function* (input, bindings) {
    yield* input
    yield* stages(
      plan.find(coll, EVERYTHING).map((row) => row.document),
      bindings,
    )
  }
}

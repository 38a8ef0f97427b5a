import { parseWire } from '../door/ejson'
import { badRequest } from '../door/errors'
import { isDocument, type Document, type Value } from '../query/values'
import { bucket, bucketAuto } from './stages/bucket'
import { count, limit, match, sample, skip, sort, sortByCount } from './stages/flow'
import { group } from './stages/group'
import { facet, lookup, unionWith } from './stages/join'
import { addFields, project, replaceRoot, replaceWith, unset } from './stages/project'
import type { BuildStage, Plan, Stage } from './stages/stage'
import { unwind } from './stages/unwind'

export interface StageSpec {
  name: string
  argument: Value
}

const STAGES: Record<string, BuildStage> = {
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $facet: facet,
  $group: group,
  $limit: limit,
  $lookup: lookup,
  $match: match,
  $project: project,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $sample: sample,
  $set: addFields,
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unionWith: unionWith,
  $unset: unset,
  $unwind: unwind,
}

/** More stages than this only cost time. */
const MAX_STAGES = 200

/** Reads the `stages` of a request. */
export function parseStages(stages: unknown, now: number): StageSpec[] {
  if (!Array.isArray(stages)) throw badRequest('stages must be an array')
  return stages.map((stage: unknown): StageSpec => {
    if (!isDocument(stage) || typeof stage.stageKey !== 'string') throw badRequest('a stage needs a stageKey and a stageValue')
    return { name: stage.stageKey, argument: parseWire(stage.stageValue, now) }
  })
}

/** Compiles stages; those that are not there, and operators in them, are refused by name before anything is read. */
export function compileStages(specs: StageSpec[], given: Omit<Plan, 'pipeline' | 'names'>, names: readonly string[] = []): Stage {
  if (specs.length > MAX_STAGES) throw badRequest(`a pipeline may have at most ${MAX_STAGES} stages`)
  const plan: Plan = { ...given, names, pipeline: (stages, ...more) => compileStages(pipelineOf(stages), given, [...names, ...more]) }
  const compiled = specs.map(({ name, argument }) => {
    const build = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined
    if (!build) throw badRequest(`Unrecognized pipeline stage name: '${name}'`)
    return build(argument, plan)
  })
  return (input, bindings) => compiled.reduce<Iterable<Document>>((documents, stage) => stage(documents, bindings), input)
}

function pipelineOf(stages: Value): StageSpec[] {
  if (!Array.isArray(stages)) throw badRequest('a pipeline must be an array of stages')
  return stages.map((stage) => {
    const [entry, ...more] = isDocument(stage) ? Object.entries(stage) : []
    if (!entry || more.length > 0) throw badRequest('A pipeline stage specification object must contain exactly one field.')
    return { name: entry[0], argument: entry[1] }
  })
}

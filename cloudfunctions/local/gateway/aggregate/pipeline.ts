import { parseWire } from '../ejson'
import { badRequest } from '../errors'
import { matcher } from '../filter/match'
import { parseFilter } from '../filter/parse'
import { isDocument, type Document, type Value } from '../values'
import { checkExpression, KNOWN_STAGES } from './operators'

export interface StageSpec { name: string; argument: Value }

/** Reads the `stages` of a request; stages and operators that are not there are refused by name. */
export function parseStages(stages: unknown, now: number): StageSpec[] {
  if (!Array.isArray(stages)) throw badRequest('stages must be an array')
  const specs = stages.map((stage: unknown): StageSpec => {
    if (!isDocument(stage) || typeof stage.stageKey !== 'string') throw badRequest('a stage needs a stageKey and a stageValue')
    return { name: stage.stageKey, argument: parseWire(stage.stageValue, now) }
  })
  specs.forEach(checkStage)
  return specs
}

function checkStage({ name, argument }: StageSpec): void {
  if (!KNOWN_STAGES.has(name)) throw badRequest(`Unrecognized pipeline stage name: '${name}'`)
  switch (name) {
    case '$match':
      matcher(parseFilter(argument), (expression) => {
        checkExpression(expression)
        return () => undefined
      })
      return
    case '$facet':
      if (isDocument(argument)) Object.values(argument).forEach(checkPipeline)
      return
    case '$lookup':
    case '$unionWith':
      if (isDocument(argument)) {
        checkExpression(argument.let ?? null)
        if (argument.pipeline !== undefined) checkPipeline(argument.pipeline)
      }
      return
    case '$graphLookup':
      if (isDocument(argument)) {
        checkExpression(argument.startWith ?? null)
        parseFilter(argument.restrictSearchWithMatch ?? {})
      }
      return
  }
  checkExpression(argument)
}

function checkPipeline(pipeline: Value): void {
  if (!Array.isArray(pipeline)) throw badRequest('a pipeline must be an array of stages')
  for (const stage of pipeline) checkStage(onlyStage(stage))
}

function onlyStage(stage: Value): StageSpec {
  const [entry, ...more] = isDocument(stage) ? Object.entries(stage) : []
  if (!entry || more.length > 0) throw badRequest('A pipeline stage specification object must contain exactly one field.')
  return { name: entry[0], argument: entry[1] }
}

/** As mingo wants them. */
export const asPipeline = (specs: StageSpec[]): Document[] => specs.map(({ name, argument }) => ({ [name]: argument }))

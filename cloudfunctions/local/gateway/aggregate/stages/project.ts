import { badRequest } from '../../door/errors'
import { isDocument, type Document, type Value } from '../../query/values'
import { addRule, compute, computes, trim, type Shape } from './shape'
import { eachDocument, expressionOf, type BuildStage, type Plan } from './stage'

const isExpression = (value: Value): boolean => !isDocument(value) || (Object.keys(value)[0]?.startsWith('$') ?? true)

/** The leaves of a specification by their dotted paths; an object of expressions is one, one of fields is not. */
function* leaves(specification: Document, prefix = ''): Generator<[path: string, value: Value]> {
  for (const [name, value] of Object.entries(specification)) {
    if (isExpression(value)) yield [prefix + name, value]
    else yield* leaves(value as Document, `${prefix}${name}.`)
  }
}

function fields(name: string, argument: Value): Document {
  if (!isDocument(argument) || Object.keys(argument).length === 0)
    throw badRequest(`${name} specification must be an object with at least one field`)
  return argument
}

const isSwitch = (value: Value): value is number | boolean => typeof value === 'number' || typeof value === 'boolean'

export const project: BuildStage = (argument, plan) => {
  const shape: Shape = new Map()
  let [kept, dropped, id] = [0, 0, true]
  for (const [path, value] of leaves(fields('$project', argument))) {
    if (path === '_id' && isSwitch(value)) id = Boolean(value)
    else if (!isSwitch(value)) {
      kept++
      addRule(shape, path, expressionOf(plan, value))
    } else if (value) {
      kept++
      addRule(shape, path, 'keep')
    } else {
      dropped++
      addRule(shape, path, 'drop')
    }
  }
  if (kept > 0 && dropped > 0) throw badRequest('Invalid $project: Cannot do exclusion and inclusion in one projection')
  const keeping = kept > 0 || (dropped === 0 && id)
  if (!shape.has('_id') && id === keeping) addRule(shape, '_id', keeping ? 'keep' : 'drop')
  return shaped(plan, shape, keeping)
}

function shaped(plan: Plan, shape: Shape, keeping: boolean) {
  const computing = computes(shape)
  return eachDocument(plan, (document, bindings) => {
    const trimmed = trim(document, shape, keeping) as Document
    return computing ? (compute(trimmed, shape, { root: document, bindings }) as Document) : trimmed
  })
}

export const addFields: BuildStage = (argument, plan) => {
  const shape: Shape = new Map()
  for (const [path, value] of leaves(fields('$addFields', argument))) addRule(shape, path, expressionOf(plan, value))
  return eachDocument(plan, (document, bindings) => compute(document, shape, { root: document, bindings }) as Document)
}

export const unset: BuildStage = (argument, plan) => {
  const paths = Array.isArray(argument) ? argument : [argument]
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string'))
    throw badRequest('$unset specification must be a string or an array of strings')
  const shape: Shape = new Map()
  for (const path of paths) addRule(shape, path, 'drop')
  return shaped(plan, shape, false)
}

export const replaceRoot: BuildStage = (argument, plan) => {
  if (!isDocument(argument) || Object.keys(argument).join() !== 'newRoot') throw badRequest('$replaceRoot needs newRoot and nothing else')
  return replaceWith(argument.newRoot as Value, plan)
}

export const replaceWith: BuildStage = (argument, plan) => {
  const root = expressionOf(plan, argument)
  return eachDocument(plan, (document, bindings) => {
    const result = root({ root: document, bindings })
    if (!isDocument(result))
      throw badRequest(`'newRoot' expression must evaluate to an object, but resulting value was: ${JSON.stringify(result)}`)
    return result
  })
}

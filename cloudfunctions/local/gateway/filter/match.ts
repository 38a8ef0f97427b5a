import { badRequest } from '../door/errors'
import { someAtPath, splitPath, type Visit } from '../query/paths'
import { isDocument, type Document, type Value } from '../query/values'
import type { Condition, Filter } from './ast'
import { elementTest } from './predicates'
import { schemaTest } from './schema'

export type Match = (document: Document) => boolean
/** Checks an aggregation expression and returns how to evaluate it, for `$expr`. */
export type Evaluate = (expression: Value) => (document: Document) => unknown

const noExpressions: Evaluate = () => {
  throw badRequest('$expr is not allowed here')
}

/** The exact decision whether a document satisfies a filter, with MongoDB's meaning. */
export function matcher(filter: Filter, evaluate: Evaluate = noExpressions): Match {
  switch (filter.kind) {
    case 'and': {
      const of = filter.of.map((part) => matcher(part, evaluate))
      return (document) => of.every((match) => match(document))
    }
    case 'or': {
      const of = filter.of.map((part) => matcher(part, evaluate))
      return (document) => of.some((match) => match(document))
    }
    case 'nor': {
      const of = filter.of.map((part) => matcher(part, evaluate))
      return (document) => !of.some((match) => match(document))
    }
    case 'expr': {
      const value = evaluate(filter.expression)
      return (document) => truthy(value(document))
    }
    case 'schema': {
      const test = schemaTest(filter.schema)
      return (document) => test(document)
    }
    case 'field':
      return fieldMatcher(splitPath(filter.path), filter.condition, evaluate)
  }
}

/** Only false, null, missing and 0 are false to an aggregation expression. */
const truthy = (value: unknown) => value !== undefined && value !== null && value !== false && value !== 0

/** Operators that look at an array as a whole; all others look at its elements too. */
const WHOLE = new Set<Condition['op']>(['size', 'elemMatchValue', 'elemMatchObject', 'exists'])

function fieldMatcher(parts: string[], condition: Condition, evaluate: Evaluate): Match {
  switch (condition.op) {
    case 'all': {
      const of = condition.of.map((part) => fieldMatcher(parts, part, evaluate))
      return (document) => of.every((match) => match(document))
    }
    case 'not': {
      const of = condition.of.map((part) => fieldMatcher(parts, part, evaluate))
      return (document) => !of.every((match) => match(document))
    }
  }
  const test = conditionTest(condition, evaluate)
  const expand = !WHOLE.has(condition.op)
  return (document) => someAtPath(document, parts, expand, test)
}

/** The condition on one value, with no search through arrays. */
function conditionTest(condition: Condition, evaluate: Evaluate): Visit {
  switch (condition.op) {
    case 'all': {
      const of = condition.of.map((part) => conditionTest(part, evaluate))
      return (value) => of.every((test) => test(value))
    }
    case 'not': {
      const of = condition.of.map((part) => conditionTest(part, evaluate))
      return (value) => !of.every((test) => test(value))
    }
    case 'elemMatchValue': {
      const of = condition.of.map((part) => conditionTest(part, evaluate))
      return (value) => Array.isArray(value) && value.some((element) => of.every((test) => test(element)))
    }
    case 'elemMatchObject': {
      const match = matcher(condition.filter, evaluate)
      return (value) => Array.isArray(value) && value.some((element) => matchElement(element, match))
    }
  }
  return elementTest(condition)
}

/** `$elemMatch: { field: … }` asks only objects (and nested arrays, by index), never scalars. */
function matchElement(element: Value, match: Match): boolean {
  if (isDocument(element)) return match(element)
  return Array.isArray(element) && match(Object.fromEntries(element.entries()))
}

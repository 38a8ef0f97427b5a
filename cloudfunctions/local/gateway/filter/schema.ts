import { makeRegExp } from '../door/ejson'
import { badRequest } from '../door/errors'
import type { Visit } from '../query/paths'
import { equalValues, isDocument, type Document, type Value } from '../query/values'
import { linearTest } from './regex'
import { isOfType } from './predicates'

/** `$jsonSchema` with the keywords of MongoDB's draft-4 dialect listed here; any other is refused by name. */
export function schemaTest(schema: Document): Visit {
  const tests = Object.keys(schema).map((keyword) => {
    const build = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined
    if (!build) throw badRequest(`$jsonSchema keyword '${keyword}' is not supported`)
    return build(schema[keyword] as Value, schema)
  })
  return (value) => tests.every((test) => test(value))
}

type Build = (argument: Value, schema: Document) => Visit

const KEYWORDS: Record<string, Build> = {
  title: () => () => true,
  description: () => () => true,
  bsonType: (types) => ofType(list(types)),
  type: (types) => ofType(list(types).map((type) => (type === 'boolean' ? 'bool' : type))),
  enum: (values) => (value) => list(values).some((wanted) => equalValues(value, wanted)),
  required: (names) => onDocument((document) => list(names).every((name) => Object.hasOwn(document, String(name)))),
  properties: (properties) => {
    const tests = Object.entries(object(properties)).map(([name, schema]) => [name, schemaTest(object(schema))] as const)
    return onDocument((document) => tests.every(([name, test]) => !Object.hasOwn(document, name) || test(document[name])))
  },
  additionalProperties: (allowed, schema) => {
    const known = new Set(Object.keys(isDocument(schema.properties) ? schema.properties : {}))
    const test: Visit = isDocument(allowed) ? schemaTest(allowed) : () => allowed !== false
    return onDocument((document) => Object.keys(document).every((name) => known.has(name) || test(document[name])))
  },
  minimum: (limit) => onNumber((value) => value >= number(limit)),
  maximum: (limit) => onNumber((value) => value <= number(limit)),
  multipleOf: (factor) => onNumber((value) => value % number(factor) === 0),
  minLength: (limit) => onString((value) => [...value].length >= number(limit)),
  maxLength: (limit) => onString((value) => [...value].length <= number(limit)),
  pattern: (pattern) => {
    const test = linearTest(makeRegExp(String(pattern), ''))
    return onString(test)
  },
  items: (schema) => {
    const test = schemaTest(object(schema))
    return (value) => !Array.isArray(value) || value.every(test)
  },
  minItems: (limit) => (value) => !Array.isArray(value) || value.length >= number(limit),
  maxItems: (limit) => (value) => !Array.isArray(value) || value.length <= number(limit),
  allOf: (schemas) => {
    const tests = list(schemas).map((schema) => schemaTest(object(schema)))
    return (value) => tests.every((test) => test(value))
  },
  anyOf: (schemas) => {
    const tests = list(schemas).map((schema) => schemaTest(object(schema)))
    return (value) => tests.some((test) => test(value))
  },
  oneOf: (schemas) => {
    const tests = list(schemas).map((schema) => schemaTest(object(schema)))
    return (value) => tests.filter((test) => test(value)).length === 1
  },
  not: (schema) => {
    const test = schemaTest(object(schema))
    return (value) => !test(value)
  },
}

const ofType =
  (types: Value[]): Visit =>
  (value) =>
    types.some((type) => isOfType(String(type), value))
const list = (value: Value): Value[] => (Array.isArray(value) ? value : [value])

function object(value: Value | undefined): Document {
  if (!isDocument(value)) throw badRequest('$jsonSchema: expected an object')
  return value
}

function number(value: Value): number {
  if (typeof value !== 'number') throw badRequest('$jsonSchema: expected a number')
  return value
}

// A keyword about one type says nothing about values of another.
const onDocument =
  (test: (value: Document) => boolean): Visit =>
  (value) =>
    !isDocument(value) || test(value)
const onNumber =
  (test: (value: number) => boolean): Visit =>
  (value) =>
    typeof value !== 'number' || test(value)
const onString =
  (test: (value: string) => boolean): Visit =>
  (value) =>
    typeof value !== 'string' || test(value)

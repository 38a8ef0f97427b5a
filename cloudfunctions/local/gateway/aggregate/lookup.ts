import { Aggregator } from 'mingo/aggregator'
import { evalExpr } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import type { Options } from 'mingo/types'
import { parseStored } from '../ejson'
import { badRequest } from '../errors'
import type { Filter } from '../filter/ast'
import { EVERYTHING } from '../filter/ast'
import { rowName } from '../indexes'
import { keyOf } from '../keys'
import { splitPath, valuesAtPath } from '../paths'
import type { Row } from '../select'
import { isDocument, type Document, type Value } from '../values'
import type { Stage } from './stages'

/** Reads another collection for `$lookup`; set on the options of every aggregation. */
export interface LookupOptions extends Options { find: (collection: string, filter: Filter) => Row[] }

interface Lookup { from: string; as: string; local?: string; foreign?: string; variables: Value; pipeline?: Document[] }

/**
 * One query for all documents that come in, through the index on `foreignField` if there is one;
 * mingo would read the whole other collection.
 */
export const lookup: Stage = (input, argument, options) => {
  const spec = parseLookup(argument)
  const given = givenOptions(options)
  return input.transform((collected) => {
    const documents = collected as Document[]
    const joined = spec.local !== undefined ? byEquality(spec, documents, given) : everything(spec, documents, given)
    return Lazy(documents.map((document, i) => ({ ...document, [spec.as]: finish(spec, document, joined[i] ?? [], given) })))
  })
}

/** The options as the aggregation began with them, without the document that is just being looked at. */
export const givenOptions = (options: Options): LookupOptions => (options as unknown as { options?: LookupOptions }).options ?? (options as LookupOptions)

function parseLookup(argument: Value): Lookup {
  const { from, as, localField, foreignField, let: variables, pipeline, ...unknown } = isDocument(argument) ? argument : {}
  const [stranger] = Object.keys(unknown)
  if (stranger) throw badRequest(`unknown argument to $lookup: ${stranger}`)
  if (typeof from !== 'string' || typeof as !== 'string') throw badRequest('$lookup needs from and as')
  if ((localField === undefined) !== (foreignField === undefined)) throw badRequest('$lookup needs both localField and foreignField, or neither')
  if (localField === undefined && pipeline === undefined) throw badRequest('$lookup needs localField and foreignField, or a pipeline')
  if (pipeline !== undefined && !(Array.isArray(pipeline) && pipeline.every(isDocument))) throw badRequest('the pipeline of $lookup must be an array of stages')
  return { from, as, variables: variables ?? {}, pipeline, ...(localField === undefined ? {} : { local: String(localField), foreign: String(foreignField) }) }
}

const everything = ({ from }: Lookup, documents: Document[], { find }: LookupOptions): Row[][] => {
  const rows = find(from, EVERYTHING)
  return documents.map(() => rows)
}

function byEquality({ from, local, foreign }: Lookup, documents: Document[], { find }: LookupOptions): Row[][] {
  const wanted = documents.map((document) => valuesAtPath(document, splitPath(local as string)).map((value) => value ?? null))
  const distinct = new Map(wanted.flat().map((value) => [nameOf(value), value]))
  const rows = find(from, { kind: 'field', path: foreign as string, condition: { op: 'in', values: [...distinct.values()] } })
  const found = new Map<string, Set<Row>>()
  for (const row of rows) {
    for (const value of valuesAtPath(row.document, splitPath(foreign as string))) {
      const name = nameOf(value ?? null)
      found.set(name, (found.get(name) ?? new Set()).add(row))
    }
  }
  return wanted.map((values) => [...new Set(values.flatMap((value) => [...(found.get(nameOf(value)) ?? [])]))])
}

const nameOf = (value: Value) => rowName([keyOf(value)])

/** Every result gets documents of its own, since later stages may change them in place. */
function finish({ pipeline, variables }: Lookup, document: Document, rows: Row[], options: LookupOptions): Document[] {
  const documents = rows.map((row) => parseStored(row.text))
  if (!pipeline) return documents
  const bound = evalExpr(document, variables, options) as Document
  return new Aggregator(pipeline, { ...options, variables: { ...options.variables, ...bound } }).run(documents)
}

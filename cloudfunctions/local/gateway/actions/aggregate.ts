import { Aggregator } from 'mingo/aggregator'
import { evalExpr, ProcessingMode } from 'mingo/core'
import type { LookupOptions } from '../aggregate/lookup'
import { checkExpression, CONTEXT } from '../aggregate/operators'
import { asPipeline, parseStages, type StageSpec } from '../aggregate/pipeline'
import { stringify } from '../ejson'
import { GatewayError, badRequest } from '../errors'
import { EVERYTHING, type Filter } from '../filter/ast'
import type { Evaluate } from '../filter/match'
import { parseFilter } from '../filter/parse'
import type { Selection } from '../select'
import { DirectSession } from '../session'
import { parseOrder } from '../sort'
import type { Document } from '../values'
import type { Action, Context } from './context'

const OPTIONS = { idKey: '_id', processingMode: ProcessingMode.CLONE_OFF, useStrictMode: true, scriptEnabled: false, failOnError: true, context: CONTEXT }

/** `$expr` in queries. */
export const evaluate: Evaluate = (expression) => {
  checkExpression(expression)
  return (document) => blame(() => evalExpr(document, expression, OPTIONS))
}

/** `aggregate().….end()`. What leads the pipeline and can be a query is one; the rest runs on its documents. */
export const aggregateDocuments: Action = (body, on) => {
  const collection = on.tables.get(body.collectionName)
  const { selection, rest } = split(parseStages(body.stages, on.clock()))
  const session = new DirectSession(on.db, on.transactions)
  const [first] = rest
  if (first?.name === '$count' && typeof first.argument === 'string' && selection.limit === Infinity && selection.skip === 0) {
    const total = session.count(collection, selection.filter, on.evaluate)
    return answer(total === 0 ? [] : [{ [first.argument]: total }], rest.slice(1), on)
  }
  const rows = session.select(collection, { ...selection, evaluate: on.evaluate })
  if (rest.length === 0) return { data: { list: rows.map((row) => row.text) } }
  return answer(rows.map((row) => row.document), rest, on)
}

/** `$match`, `$sort`, `$skip` and `$limit` in this order, each at most once and all optional, are a query. */
function split(stages: StageSpec[]): { selection: Selection; rest: StageSpec[] } {
  const rest = [...stages]
  const take = (name: string) => (rest[0]?.name === name ? rest.shift()?.argument : undefined)
  const query = take('$match')
  const filter: Filter = query === undefined ? EVERYTHING : parseFilter(query)
  const sort = take('$sort')
  const skip = whole('$skip', take('$skip')) ?? 0
  const limit = whole('$limit', take('$limit')) ?? Infinity
  return { selection: { filter, order: sort === undefined ? [] : parseOrder(sort), skip, limit }, rest }
}

function whole(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < (name === '$limit' ? 1 : 0)) throw badRequest(`the argument of ${name} is out of range: ${JSON.stringify(value)}`)
  return value
}

function answer(documents: Document[], stages: StageSpec[], on: Context) {
  const session = new DirectSession(on.db, on.transactions)
  const find: LookupOptions['find'] = (name, filter) => session.select(on.tables.get(name), { filter, order: [], skip: 0, limit: Infinity, evaluate: on.evaluate })
  const options: LookupOptions = { ...OPTIONS, find, collectionResolver: (name) => find(name, EVERYTHING).map((row) => row.document) }
  return { data: { list: blame(() => new Aggregator(asPipeline(stages), options).run<Document>(documents)).map(stringify) } }
}

/** mingo's complaints about a pipeline or an expression are the client's doing, not ours. */
function blame<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof GatewayError) throw error
    throw badRequest(error instanceof Error ? error.message : String(error))
  }
}

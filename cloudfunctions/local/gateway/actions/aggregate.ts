import { compileStages, parseStages, type StageSpec } from '../aggregate/pipeline'
import { wholeArgument } from '../aggregate/stages/flow'
import type { Plan } from '../aggregate/stages/stage'
import { stringify } from '../door/ejson'
import { EVERYTHING, type Filter } from '../filter/ast'
import { parseFilter } from '../filter/parse'
import { inReader } from '../readers/route'
import type { Selection } from '../query/select'
import { DirectSession } from '../door/session'
import { parseOrder } from '../query/sort'
import type { Work } from '../query/work'
import { workOf, type ReadAction, type ReadContext } from './context'

/** `aggregate().….end()`. What leads the pipeline and can be a query is one; the rest runs on its documents. */
export const aggregateDocuments: ReadAction = (body, on) => {
  const collection = on.tables.get(body.collectionName)
  const work = workOf(on)
  const specs = parseStages(body.stages, on.clock())
  const plan = planOf(on, work)
  const pipeline = compileStages(specs, plan)
  return inReader(body, on, () => {
    const { selection, rest } = split(specs, work)
    const session = new DirectSession(on.db, on.transactions)
    const rows = session.select(collection, selection)
    if (rest.length === 0) return { data: { list: rows.map((row) => row.text) } }
    const run = rest.length === specs.length ? pipeline : compileStages(rest, plan)
    return {
      data: {
        list: Array.from(
          run(
            rows.map((row) => row.document),
            undefined,
          ),
          stringify,
        ),
      },
    }
  })
}

function planOf(on: ReadContext, work: Work): Pick<Plan, 'work' | 'find'> {
  const session = new DirectSession(on.db, on.transactions)
  return { work, find: (name, filter) => session.select(on.tables.get(name), { filter, order: [], skip: 0, limit: Infinity, work }) }
}

/** `$match`, `$sort`, `$skip` and `$limit` in this order, each at most once and all optional, are a query. */
function split(stages: StageSpec[], work: Work): { selection: Selection; rest: StageSpec[] } {
  const rest = [...stages]
  const take = (name: string) => (rest[0]?.name === name ? rest.shift()?.argument : undefined)
  const query = take('$match')
  const filter: Filter = query === undefined ? EVERYTHING : parseFilter(query)
  const sort = take('$sort')
  const [skip, limit] = [take('$skip'), take('$limit')]
  return {
    selection: {
      filter,
      order: sort === undefined ? [] : parseOrder(sort),
      work,
      skip: skip === undefined ? 0 : wholeArgument('$skip', skip, 0),
      limit: limit === undefined ? Infinity : wholeArgument('$limit', limit, 1),
    },
    rest,
  }
}

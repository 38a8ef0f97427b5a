import type { office } from '#contract/office/actions'
import { checkName } from '#domain/money/batch-checks'
import { endsOfLines } from '#domain/work/batch-lines'
import { onlyTownOf } from '#domain/work/batch-powers'
import { allowedWithLines } from '#affairs/batches/allowed'
import { byFlag, byState, byTown, countLines, undecided } from '#affairs/batches/count-lines'
import { lookAtBatch, lookAtLine } from '#affairs/batches/perform'
import type { Action } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { find } from '#store/db/read'
import { batchLines as allLines } from '#store/money/batches'
import { presentLine, presentLineRows } from './present-line'

const pageSize = 50
const views: Record<Parameters<typeof batchLines>[0]['view'], Filter> = {
  all: {},
  flagged: { 'flags.0': { $exists: true } },
  undecided,
  open: { $or: [{ state: { $nin: [...endsOfLines] } }, { 'flags.code': 'receipt_differs' }] },
}

/** Lines of a batch, by their number. */
export const batchLines: Action<typeof office.batchLines> = async ({ id, view, state, flag, town, after = 0 }, on) => {
  const { one, batch } = await lookAtBatch(on, 'office.batchLines', id)
  const own = onlyTownOf(on.county, batch, one)
  const all: Filter = { batchId: id, ...(own && { townCode: own }) }
  const filter: Filter = {
    $and: [all, { ...(state && { state }), ...(town && { townCode: town }), ...(flag && { 'flags.code': flag }) }, views[view]],
  }
  const [found, { lines, fen }, flags, states, towns] = await Promise.all([
    find(on.db, allLines, { $and: [filter, { n: { $gt: after } }] }, { order: [['n', 'asc']], limit: pageSize + 1 }),
    countLines(on.db, filter),
    byFlag(on.db, all),
    byState(on.db, all),
    byTown(on.db, all),
  ])
  const page = found.slice(0, pageSize)
  const can = await allowedWithLines(on, one, batch, page)
  return {
    rows: await presentLineRows(on, page, can),
    ...{ total: lines, totalFen: fen },
    ...(found.length > pageSize && { next: page.at(-1)!.n }),
    flags: flags.map((one) => ({ ...one, name: checkName(one.code) })),
    states: states.map(({ _id, ...counts }) => ({ state: _id, ...counts })),
    towns: on.county.towns.flatMap(({ code: id, name }) => {
      const counted = towns.find(({ _id }) => _id === id)
      return counted ? [{ id, name, lines: counted.lines }] : []
    }),
  }
}

/** One line's whole way. */
export const batchLine: Action<typeof office.batchLine> = async ({ lineId }, on) => {
  const { one, batch, line } = await lookAtLine(on, 'office.batchLine', lineId)
  return presentLine(on, one, batch, line)
}

import type { office } from '#contract/office/actions'
import { onlyTownOf } from '#domain/work/batch-powers'
import { maskName } from '#domain/people/names'
import { lookAtBatch } from '#affairs/batches/perform'
import type { Action } from '#kernel/call/on'
import { find, findIn } from '#store/db/read'
import { batchDifferences } from '#store/money/batches'
import { persons } from '#store/people/register'
import { nameOfProgramme, presentBatch } from './present'

const pageSize = 50

/** One batch, without anybody in it. */
export const oneBatch: Action<typeof office.batch> = async ({ id }, on) => {
  const { one, batch } = await lookAtBatch(on, 'office.batch', id)
  return presentBatch(on, one, batch)
}

/** What a batch and its source do not have in common, masked. */
export const differences: Action<typeof office.batchDifferences> = async ({ id, kind, after }, on) => {
  const { one, batch } = await lookAtBatch(on, 'office.batchDifferences', id)
  const town = onlyTownOf(on.county, batch, one)
  const filter = { batchId: id, ...(kind && { kind }), ...(town && { townCode: town }), ...(after && { _id: { $gt: after } }) }
  const found = await find(on.db, batchDifferences, filter, { order: [['_id', 'asc']], limit: pageSize + 1 })
  const page = found.slice(0, pageSize)
  const people = await findIn(
    on.db,
    persons,
    '_id',
    page.map(({ personId }) => personId),
    ['name'],
  )
  const nameOf = new Map(people.map(({ _id, name }) => [_id, name]))
  return {
    rows: page.map(({ personId, programme, period, beforeFen, afterFen, account, elsewhere, kind: what }) => ({
      ...{ kind: what, who: maskName(nameOf.get(personId) ?? ''), programme: nameOfProgramme(on, programme), period, account },
      ...(beforeFen !== null && { beforeFen }),
      ...(afterFen !== null && { afterFen }),
      ...(elsewhere !== null && { batch: elsewhere }),
    })),
    ...(found.length > pageSize && { next: page.at(-1)!._id }),
  }
}

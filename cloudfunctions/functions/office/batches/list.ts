import type { office } from '#contract/office/actions'
import { unitName } from '#domain/access/posts'
import { mayDraftFor } from '#domain/work/batch-powers'
import { batchesSeenBy, batchesWaitingFor } from '#affairs/batches/seen-by'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { count, find } from '#store/db/read'
import { batches as allBatches } from '#store/money/batches'
import { presentBatchRow } from './present'

const pageSize = 50

/** The batches that an officer sees, the newest month first. */
export const batches: Action<typeof office.batches> = async ({ view, state, month, agency, after }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const filter: Filter = {
    $and: [
      batchesSeenBy(on.county, one),
      view === 'waiting' ? batchesWaitingFor(on.county, one) : { open: view === 'open' },
      { ...(state && { state }), ...(month && { month }), ...(agency && { agencyId: agency }) },
    ],
  }
  const [found, total] = await Promise.all([
    find(on.db, allBatches, behind(filter, after), {
      order: [
        ['month', 'desc'],
        ['_id', 'asc'],
      ],
      limit: pageSize + 1,
    }),
    count(on.db, allBatches, filter),
  ])
  const page = found.slice(0, pageSize)
  const end = page.at(-1)
  await recordLook(on, caller, { action: 'office.batches', granted: true, rows: page.length })
  const payers = on.county.programmes.map((programme) => programme.agency)
  return {
    rows: page.map((batch) => presentBatchRow(on, batch)),
    total,
    ...(found.length > pageSize && end && { next: `${end.month}/${end._id}` }),
    // Whoever asks drafts for their own unit first.
    agencies: [
      ...new Set([...[...payers, on.county.duties.finance].sort((a, b) => Number(b === one.agencyId) - Number(a === one.agencyId))]),
    ]
      .map((id) => ({ id, name: unitName(on.county, id), pays: mayDraftFor(on.county, id, one) }))
      .filter(({ pays }) => pays || Object.keys(batchesSeenBy(on.county, one)).length === 0),
    banks: on.county.banks.banks.map(({ id, name }) => ({ id, name })),
  }
}

/** Behind the last of the page before. */
function behind(filter: Filter, after: string | undefined): Filter {
  if (after === undefined) return filter
  const [month] = after.split('/')
  const id = after.slice(month!.length + 1)
  return { $and: [filter, { $or: [{ month: { $lt: month } }, { month, _id: { $gt: id } }] }] }
}

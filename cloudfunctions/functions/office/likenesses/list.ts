import type { office } from '#contract/office/actions'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import type { Staff } from '#store/access/staff'
import { countLikenesses, listLikenesses } from '#store/people/likenesses'
import { seenBy, tellsPeopleApart } from './allowed'
import { presentRows } from './present'

const pageSize = 50

const views: Record<'waiting' | 'same' | 'different', Filter> = {
  waiting: { open: true },
  same: { state: 'same' },
  different: { state: 'different' },
}

/** Pairs that wait, the likeliest first; or those that were decided. Names are masked: nobody's data before a pair is opened. */
export const likenesses: Action<typeof office.likenesses> = async ({ view, after }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const filter = { ...views[view], ...seenBy(on, one) }
  const [weight, id = ''] = after?.split('/') ?? []
  const [found, total] = await Promise.all([
    listLikenesses(on.db, filter, pageSize + 1, weight === undefined ? undefined : { weight: Number(weight), id }),
    countLikenesses(on.db, filter),
  ])
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  await recordLook(on, caller, { action: 'office.likenesses', granted: true, rows: page.length })
  return {
    rows: await presentRows(on, one, page),
    total,
    ...(found.length > pageSize && last && { next: `${last.weight}/${last._id}` }),
  }
}

/** How many wait where this officer may decide. */
export const countLikenessesWaiting = (on: On, one: Staff): Promise<number> =>
  tellsPeopleApart(on, one) ? countLikenesses(on.db, { open: true, ...seenBy(on, one) }) : Promise.resolve(0)

import type { supervision } from '#contract/supervision/actions'
import { moneySeenBy } from '#affairs/ledger/seen-by'
import { underGrant } from '#affairs/grants/under-grant'
import { outstandingNames } from '#domain/money/claims'
import { areaOf } from '#domain/work/alert-powers'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { count, find } from '#store/db/read'
import { claims } from '#store/money/claims'
import { presentClaims } from './present'
import { chosen } from './sums'

const pageSize = 50

/** The dues behind a number, by village: of the caller's own programmes or town; their names under a grant. */
export const moneyClaims: Action<typeof supervision.moneyClaims> = async (wanted, on) => {
  const { month, programme, town, grantId, after } = wanted
  const looking = grantId === undefined ? undefined : await underGrant(on, grantId, 'supervision.moneyClaims')
  const caller = looking?.caller ?? (await on.caller())
  const one = caller.staff!
  const filter: Filter = { $and: [moneySeenBy(on.county, one), { month }, chosen(programme, town), about(wanted)] }
  const [found, total] = await Promise.all([
    find(on.db, claims, behind(filter, after), {
      order: [
        ['villageCode', 'asc'],
        ['_id', 'asc'],
      ],
      limit: pageSize + 1,
    }),
    count(on.db, claims, filter),
  ])
  const page = found.slice(0, pageSize)
  await recordLook(on, caller, {
    ...{ action: 'supervision.moneyClaims', granted: true, rows: page.length, ...looking?.about },
    area: town || (areaOf(on.county, one.agencyId) ?? on.county.code),
  })
  const last = page.at(-1)
  return {
    rows: await presentClaims(on, page, looking?.caller),
    total,
    ...(found.length > pageSize && last && { next: `${last.villageCode}/${last._id}` }),
  }
}

type Wanted = Parameters<typeof moneyClaims>[0]

function about({ reason, only }: Wanted): Filter {
  const parts: Record<NonNullable<Wanted['only']>, Filter> = {
    credited: { creditedFen: { $gt: 0 } },
    outstanding: { outstanding: { $ne: [] } },
    surplus: { surplus: { $ne: [] } },
    disputed: { disputed: true },
  }
  return {
    ...(only !== undefined && parts[only]),
    ...(reason !== undefined && { [reason in outstandingNames ? 'outstanding.reason' : 'surplus.reason']: reason }),
  }
}

function behind(filter: Filter, after: string | undefined): Filter {
  const [villageCode = '', id] = after?.split('/') ?? []
  if (id === undefined) return filter
  return { $and: [filter, { $or: [{ villageCode: { $gt: villageCode } }, { villageCode, _id: { $gt: id } }] }] }
}

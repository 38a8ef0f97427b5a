import type { Proxy as Shown } from '#contract/household/farmer'
import type { Proxy } from '#store/access/proxies'
import type { Moment } from '#kernel/call/clock'
import { stateOf } from './present-phone'

/** A trust as the person it is about sees it, on their phone and at the counter. */
export function presentProxy(
  { _id, name, relation, parts, from, until, by, redeemed, revoked, vouched }: Proxy,
  { iso, today }: Moment,
): Shown {
  const standing = stateOf(vouched, iso)
  const state = revoked ? 'revoked' : until < today ? 'ended' : !redeemed ? 'waiting' : standing
  return {
    id: _id,
    name,
    relation,
    parts,
    from,
    until,
    by,
    state,
    ...(standing === 'later' && (state === 'later' || state === 'waiting') && { countsFrom: vouched!.from! }),
  }
}

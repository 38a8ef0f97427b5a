import type { Proxy as Shown } from '#contract/farmer'
import type { Day } from '#domain/dates'
import type { Proxy } from '#store/proxies'

/** A trust as the person it is about sees it, on their phone and at the counter. */
export const presentProxy = ({ _id, name, relation, parts, from, until, by, redeemed, revoked }: Proxy, today: Day): Shown => ({
  id: _id, name, relation, parts, from, until, by,
  state: revoked ? 'revoked' : until < today ? 'ended' : redeemed ? 'active' : 'waiting',
})

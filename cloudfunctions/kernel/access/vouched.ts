import type { StoredCaller } from '#store/access/callers'
import type { Proxy } from '#store/access/proxies'
import type { Vouched } from '#store/access/vouched'

/** What nobody else has checked yet does not count (affairs/trust/vouching says how it comes to). */
export const counts = (vouched: Vouched | undefined, now: string): boolean => !vouched || (vouched.from !== null && vouched.from <= now)
const reads = (vouched: Vouched | undefined, now: string): boolean => counts(vouched, now) || vouched!.reads

/** Something that a phone was given and that does not count yet. */
export interface Waiting {
  kind: 'phone' | 'proxy'
  id: string
  of: string
  vouched: Vouched
}

/** What of an account may be used now, and what of it waits. */
export function usable(
  found: StoredCaller,
  now: string,
): Pick<StoredCaller, 'person' | 'proxies'> & { waiting: Waiting[]; unchecked: boolean } {
  const own = found.account.person?.vouched
  const isWaiting = (proxy: Proxy) => !proxy.revoked && !counts(proxy.vouched, now)
  return {
    person: reads(own, now) ? found.person : undefined,
    proxies: found.proxies.filter(({ vouched }) => reads(vouched, now)),
    waiting: [
      ...(found.person && !counts(own, now)
        ? [{ kind: 'phone' as const, id: found.account._id, of: found.person.name, vouched: own! }]
        : []),
      ...found.proxies
        .filter(isWaiting)
        .map((proxy) => ({ kind: 'proxy' as const, id: proxy._id, of: proxy.principalPerson?.name ?? '', vouched: proxy.vouched! })),
    ],
    unchecked: !counts(own, now),
  }
}

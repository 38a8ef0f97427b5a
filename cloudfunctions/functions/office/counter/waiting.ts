import type { On } from '#kernel/call/on'
import { accounts, type Account } from '#store/access/accounts'
import { proxies, type Proxy } from '#store/access/proxies'
import type { Vouched } from '#store/access/vouched'
import { find, findIn } from '#store/db/read'
import { persons, type Person } from '#store/people/register'

/** A phone or a trust that counts only once somebody else has checked it. */
export interface Waiting {
  kind: 'phone' | 'proxy'
  id: string
  personId: string
  vouched: Vouched
  account: Account | undefined
  proxy: Proxy | undefined
}

/** What waits in an area (`''`: anywhere); with `id`, that one, also where only the person's own word was given. */
export async function waitingAt({ db }: On, area: string, id?: string): Promise<Waiting[]> {
  const only = id === undefined ? {} : { _id: id }
  const here = area === '' ? { $gt: '' } : { $gte: area, $lte: `${area}~` }
  const [phones, trusts] = await Promise.all([
    find(db, accounts, { ...only, 'person.vouched.villageCode': here, 'person.vouched.from': null }, { limit: 200 }),
    find(
      db,
      proxies,
      {
        ...only,
        'vouched.villageCode': here,
        revoked: null,
        ...(id === undefined
          ? { 'vouched.from': null }
          : { $or: [{ 'vouched.from': null }, { 'vouched.by': null, 'vouched.second': null }] }),
      },
      { limit: 200 },
    ),
  ])
  const holders = await find(db, accounts, { proxyIds: { $in: trusts.map(({ _id }) => _id) } })
  return [
    ...phones.map((account) => ({
      kind: 'phone' as const,
      id: account._id,
      personId: account.person!.personId,
      vouched: account.person!.vouched!,
      account,
      proxy: undefined,
    })),
    ...trusts.map((proxy) => ({
      kind: 'proxy' as const,
      id: proxy._id,
      personId: proxy.personId,
      vouched: proxy.vouched!,
      account: holders.find(({ proxyIds }) => proxyIds.includes(proxy._id)),
      proxy,
    })),
  ].sort((a, b) => (a.vouched.at < b.vouched.at ? -1 : 1))
}

/** The people whom they are about. */
export const namesOf = async ({ db }: On, waiting: Waiting[]): Promise<Map<string, Person>> =>
  new Map(
    (
      await findIn(
        db,
        persons,
        '_id',
        waiting.map(({ personId }) => personId),
        ['name', 'householdId'],
      )
    ).map((person) => [person._id, person]),
  )

import { accounts, type Account } from './accounts'
import type { Db, Filter } from '../db/collection'
import { aggregate, joined } from '../db/read'
import { grants, type Grant } from './grants'
import { proxies, type Proxy } from './proxies'
import { persons, type Person } from '../people/register'
import { staff, type Staff } from './staff'

/** An account with all that decides what it may do, as it stands now. */
export interface StoredCaller {
  account: Account
  person: Person | undefined
  staff: Staff | undefined
  grants: Grant[]
  /** With the person whose file it is. */
  proxies: (Proxy & { principalPerson: Person | undefined })[]
}

interface Joined extends Account {
  people: Person[]
  posts: Staff[]
  held: Grant[]
  trusted: Proxy[]
  principals: Person[]
}

/** One query: the account, and person, post, grants and trust as they are at this moment. */
export async function findStoredCaller(db: Db, match: Filter): Promise<StoredCaller | undefined> {
  const [found] = await aggregate<Joined>(db, accounts, [
    { $match: match },
    joined(persons, 'person.personId', '_id', 'people'),
    joined(staff, 'staffId', '_id', 'posts'),
    joined(grants, 'grantHolders', 'holder', 'held'),
    joined(proxies, 'proxyIds', '_id', 'trusted'),
    joined(persons, 'trusted.personId', '_id', 'principals'),
  ])
  if (!found) return undefined
  const { people, posts, held, trusted, principals, ...account } = found
  return {
    account,
    person: people[0],
    staff: posts[0],
    grants: held,
    proxies: trusted.map((proxy) => ({ ...proxy, principalPerson: principals.find(({ _id }) => _id === proxy.personId) })),
  }
}

import type { Me } from '#contract/identity/actions'
import { normOn } from '#domain/county/parameters'
import { isWorkerRole } from '#domain/access/staff'
import { newAccount, newSession, loginIndexes, findCaller } from '#kernel/access/caller'
import { hoursAfter } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { accounts, changeAccount, insertAccount, type Account } from '#store/access/accounts'
import type { Filter } from '#store/db/collection'
import { find } from '#store/db/read'
import { presentMe } from './present'

/** Hours for which a phone stays signed in: a farmer's for months, a worker's for a working day. */
const sessionHours = ({ county, moment }: On, { staffId }: Pick<Account, 'staffId'>): number =>
  staffId === null ? 24 * normOn(county, 'farmer-session-days', moment.today) : normOn(county, 'worker-session-hours', moment.today)

/**
 * The account of whoever is calling, made if it is the first time. An officer's desk stays a desk: its hours are not
 * prolonged by anything else.
 */
export async function accountOf(on: On): Promise<Account> {
  const { account, staff } = await on.caller()
  if (staff && !isWorkerRole(staff.role)) throw refusals.badInput('这是办公登录，不能绑别的。请先退出办公登录，再登录自己的小康码。')
  if (account) return account
  return on.call.openid ? accountOfUser(on, 'wechat', on.call.openid) : made(on, newAccount(on.keys, on.moment.iso))
}

/** The account of a platform's user, made if it is the first time; two first times at once make one. */
export async function accountOfUser(on: On, platform: 'wechat' | 'alipay', user: string): Promise<Account> {
  const known = async () => (await find(on.db, accounts, { loginIndex: { $in: loginIndexes(on.keys, platform, user) } }, { limit: 1 }))[0]
  return (
    (await known()) ??
    made(on, newAccount(on.keys, on.moment.iso, { platform, user })).catch(async (error: unknown) => {
      const there = await known()
      if (there) return there
      throw error
    })
  )
}

const made = async ({ db }: On, account: Account): Promise<Account> => {
  await insertAccount(db, account)
  return account
}

/** A session for an account that came without one, to be told to the phone; nothing where it has one or the platform vouches. */
export async function sessionFor(on: On, account: Account): Promise<{ session?: string }> {
  const { db, keys, moment, call, caller } = on
  if (call.openid || (await caller()).account) return {}
  const { token, session } = newSession(keys, account._id, hoursAfter(moment, sessionHours(on, account)))
  await changeAccount(db, account._id, { $set: { session } })
  return { session: token }
}

/** Changes an account and signs its phone in, unless the platform vouches for it at every call. */
export async function signIn(on: On, account: Account, change: Filter = {}): Promise<{ session?: string; me: Me }> {
  const { db, keys, moment, call } = on
  const sets = (change.$set ?? {}) as Partial<Account>
  if (call.openid) {
    if (Object.keys(change).length > 0) await changeAccount(db, account._id, change)
    return { me: presentMe(on, await findCaller(db, keys, call, moment)) }
  }
  const { token, session } = newSession(keys, account._id, hoursAfter(moment, sessionHours(on, { ...account, ...sets })))
  if (!(await changeAccount(db, account._id, { ...change, $set: { ...sets, session } }))) throw refusals.signIn()
  return { session: token, me: presentMe(on, await findCaller(db, keys, { ...call, session: token }, moment)) }
}

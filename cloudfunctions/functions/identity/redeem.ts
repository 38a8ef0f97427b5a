import type { identity } from '#contract/identity/actions'
import { repeatMinutes } from '#domain/access/binding'
import { readInvitationCode } from '#domain/access/invitation-code'
import { isWorkerRole } from '#domain/access/staff'
import { fingerprint, isFingerprint } from '#kernel/access/caller'
import { minutesAfter } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import { invitationIds } from '#affairs/invitations/invitation'
import type { Action, On } from '#kernel/call/on'
import { counts } from '#kernel/access/vouched'
import { findAccount, findInvitation, findSpent, spendInvitation, type Account, type Binds } from '#store/access/accounts'
import type { Filter } from '#store/db/collection'
import { agencyHolder, staffHolder } from '#store/access/grants'
import { findProxy, markRedeemed } from '#store/access/proxies'
import { changeStaff, findStaff } from '#store/access/staff'
import { accountOf, signIn } from './sign-in'

const wrongCode = () => refusals.notFound('登录码不对，或者已经用过、过期了。请核对后再输，或到村便民服务中心要一个新的。')

/**
 * Spends a one-time code: what it binds is bound to this phone's account. The phone that lost the answer may ask for it again
 * for a short while.
 */
export const redeem: Action<typeof identity.redeem> = async ({ code, key }, on) => {
  const read = readInvitationCode(code)
  const ids = read ? invitationIds(on.keys, read) : []
  const invitation = read && (await findInvitation(on.db, ids, on.moment.iso))
  if (!invitation) return signIn(on, await spenderOf(on, ids, key))
  const change = await changeFor(on, invitation.binds, (await on.caller()).account?.person ?? null)
  if (!change) throw wrongCode()
  const account = await accountOf(on)
  const spent = {
    accountId: account._id,
    key: key === undefined ? null : fingerprint(on.keys, `redeem/${invitation._id}/${key}`),
    at: on.moment.iso,
  }
  if (!(await spendInvitation(on.db, invitation._id, on.moment.iso, spent))) return signIn(on, await spenderOf(on, ids, key))
  if (invitation.binds.kind === 'proxy') await markRedeemed(on.db, invitation.binds.proxyId)
  if (invitation.binds.kind === 'staff')
    await changeStaff(on.db, { _id: invitation.binds.staffId, status: 'invited' }, { $set: { status: 'active' } })
  return signIn(on, account, change)
}

/** The account that spent the code a moment ago, if it is this very phone that asks again. */
async function spenderOf(on: On, ids: string[], key: string | undefined): Promise<Account> {
  const invitation = ids.length === 0 ? undefined : await findSpent(on.db, ids, minutesAfter(on.moment, -repeatMinutes))
  const spent = invitation?.spent
  if (!spent) throw wrongCode()
  const { account } = await on.caller()
  const same =
    account?._id === spent.accountId ||
    (key !== undefined && spent.key !== null && isFingerprint(on.keys, spent.key, `redeem/${invitation._id}/${key}`))
  const spender = same ? (account?._id === spent.accountId ? account : await findAccount(on.db, spent.accountId)) : undefined
  if (!spender) throw wrongCode()
  return spender
}

/** What the code changes on the account; nothing if what it binds is no more, or is an officer, who signs in on the intranet. */
async function changeFor({ db, moment }: On, binds: Binds, person: Account['person']): Promise<Filter | undefined> {
  if (binds.kind === 'person') {
    // A phone that is the person's already, and counts, is not made to wait.
    const isTheirs = person?.personId === binds.personId && counts(person.vouched, moment.iso)
    return isTheirs ? {} : { $set: { person: { personId: binds.personId, boundOn: moment.today, vouched: binds.vouched } } }
  }
  if (binds.kind === 'proxy') {
    const proxy = await findProxy(db, binds.proxyId)
    return proxy && !proxy.revoked ? { $addToSet: { proxyIds: proxy._id } } : undefined
  }
  const post = await findStaff(db, binds.staffId)
  if (!post || post.status === 'removed' || !isWorkerRole(post.role)) return undefined
  return { $set: { staffId: post._id, grantHolders: [staffHolder(post._id), agencyHolder(post.agencyId)] } }
}

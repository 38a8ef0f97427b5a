import type { identity } from '#contract/identity'
import { readInvitationCode } from '#domain/invitation-code'
import { isWorkerRole } from '#domain/staff'
import { refusals } from '#kernel/errors'
import { invitationIds } from '#kernel/invitation'
import type { Action, On } from '#kernel/serve'
import { findInvitation, spendInvitation, type Binds } from '#store/accounts'
import type { Filter } from '#store/collection'
import { agencyHolder, staffHolder } from '#store/grants'
import { findProxy, markRedeemed } from '#store/proxies'
import { changeStaff, findStaff } from '#store/staff'
import { accountOf, signIn } from './sign-in'

const wrongCode = () => refusals.notFound('登录码不对，或者已经用过、过期了。请核对后再输，或到村便民服务中心要一个新的。')

/** Spends a one-time code: what it binds is bound to this phone's account. */
export const redeem: Action<typeof identity.redeem> = async ({ code }, on) => {
  const read = readInvitationCode(code)
  const invitation = read && (await findInvitation(on.db, invitationIds(on.keys, read), on.moment.iso))
  const change = invitation && (await changeFor(on, invitation.binds))
  if (!invitation || !change) throw wrongCode()
  const account = await accountOf(on)
  if (!(await spendInvitation(on.db, invitation._id, on.moment.iso))) throw wrongCode()
  if (invitation.binds.kind === 'proxy') await markRedeemed(on.db, invitation.binds.proxyId)
  if (invitation.binds.kind === 'staff') await changeStaff(on.db, { _id: invitation.binds.staffId, status: 'invited' }, { $set: { status: 'active' } })
  return signIn(on, account, change)
}

/** What the code changes on the account; nothing if what it binds is no more, or is an officer, who signs in on the intranet. */
async function changeFor({ db, moment }: On, binds: Binds): Promise<Filter | undefined> {
  if (binds.kind === 'person') return { $set: { person: { personId: binds.personId, boundOn: moment.today } } }
  if (binds.kind === 'proxy') {
    const proxy = await findProxy(db, binds.proxyId)
    return proxy && !proxy.revoked ? { $addToSet: { proxyIds: proxy._id } } : undefined
  }
  const post = await findStaff(db, binds.staffId)
  if (!post || post.status === 'removed' || !isWorkerRole(post.role)) return undefined
  return { $set: { staffId: post._id, grantHolders: [staffHolder(post._id), agencyHolder(post.agencyId)] } }
}

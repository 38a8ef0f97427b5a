import { randomUUID } from 'node:crypto'
import type { identity } from '#contract/identity'
import { readInvitationCode } from '#domain/invitation-code'
import { newSession, wechatAccountId } from '#kernel/caller'
import { hoursAfter } from '#kernel/clock'
import { Refusal } from '#kernel/errors'
import { invitationId } from '#kernel/invitation'
import type { Action } from '#kernel/serve'
import { findAccount, saveAccount, spendInvitation, type Account } from '#store/accounts'
import { presentMe } from './present'

const wrongCode = () => new Refusal('not-found', '登录码不对，或者已经用过、过期了。请核对后再输，或到村便民服务中心要一个新的。')

/** A farmer's phone stays signed in for half a year; a worker signs in every day (8 hours). */
const farmerHours = 24 * 183
const workerHours = 8

/** Spends a one-time code: WeChat binds the openid, other clients receive a session to keep. */
export const redeem: Action<typeof identity.redeem> = async ({ code }, on) => {
  const { db, keys, county, call, moment } = on
  const read = readInvitationCode(code)
  const invitation = read && (await spendInvitation(db, invitationId(keys, read), moment.iso))
  if (!invitation) throw wrongCode()
  if (call.openid) {
    const _id = wechatAccountId(keys, call.openid)
    const before = await findAccount(db, _id)
    const account: Account = { _id, session: null, person: invitation.binds.person ?? before?.person ?? null, post: invitation.binds.post ?? before?.post ?? null }
    await saveAccount(db, account)
    return { me: presentMe(county, account) }
  }
  const _id = randomUUID()
  const until = hoursAfter(moment, invitation.binds.post ? workerHours : farmerHours)
  const { token, session } = newSession(keys, _id, until)
  const account: Account = { _id, session, ...invitation.binds }
  await saveAccount(db, account)
  return { session: token, me: presentMe(county, account, until) }
}

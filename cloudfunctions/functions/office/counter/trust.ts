import type { office } from '#contract/office'
import { refusals } from '#kernel/errors'
import { issueInvitation } from '#kernel/invitation'
import type { Action } from '#kernel/serve'
import { addProxy, checkTrustEnds } from '#kernel/trust'
import { accounts } from '#store/accounts'
import { updateOne } from '#store/collection'
import { revokeProxy } from '#store/proxies'
import { cardAtCounter } from './card-at-counter'

/** A lost phone no longer belongs to the person, from its next request on. */
export const unbindPhone: Action<typeof office.unbindPhone> = async ({ token, id }, on) => {
  const { person } = await cardAtCounter(on, token, 'office.unbindPhone')
  if (!(await updateOne(on.db, accounts, { _id: id, 'person.personId': person._id }, { $set: { person: null } }))) throw refusals.notFound('这部手机已经不在了，请重新读一次卡。')
  return { left: true }
}

/** On paper consent a relative may see; the code is for the relative's phone. */
export const allowProxy: Action<typeof office.allowProxy> = async ({ token, until, evidence, ...trust }, on) => {
  checkTrustEnds(on, until)
  const { person } = await cardAtCounter(on, token, 'office.allowProxy')
  const proxy = await addProxy(on, person, { ...trust, until, by: 'office', evidence })
  return issueInvitation(on, { kind: 'proxy', proxyId: proxy._id })
}

export const endProxy: Action<typeof office.endProxy> = async ({ token, id }, on) => {
  const { person } = await cardAtCounter(on, token, 'office.endProxy')
  if (!(await revokeProxy(on.db, id, person._id, 'office', on.moment.iso))) throw refusals.notFound('这一条已经收回了，请重新读一次卡。')
  return { left: true }
}

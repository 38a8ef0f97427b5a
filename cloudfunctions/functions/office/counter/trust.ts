import type { office } from '#contract/office/actions'
import { refusals } from '#kernel/call/errors'
import { issueInvitation } from '#affairs/invitations/invitation'
import { presentPhone } from '#affairs/trust/present-phone'
import { presentProxy } from '#affairs/trust/present-trust'
import type { Action } from '#kernel/call/on'
import { addProxy, checkTrustEnds } from '#affairs/trust/trust'
import { vouchedByStaff } from '#affairs/trust/vouching'
import { accounts, accountsOfPerson } from '#store/access/accounts'
import { updateOne } from '#store/db/write'
import { proxiesMadeBy, revokeProxy } from '#store/access/proxies'
import { cardAtCounter } from './card-at-counter'

/**
 * A lost phone no longer belongs to the person, from its next request on. The trusts that it made, and the phones that it
 * vouched for, are named.
 */
export const unbindPhone: Action<typeof office.unbindPhone> = async ({ token, id }, on) => {
  const { person } = await cardAtCounter(on, token, 'office.unbindPhone')
  if (!(await updateOne(on.db, accounts, { _id: id, 'person.personId': person._id }, { $set: { person: null } })))
    throw refusals.notFound('这部手机已经不在了，请重新读一次卡。')
  const [made, phones] = await Promise.all([proxiesMadeBy(on.db, person._id, id), accountsOfPerson(on.db, person._id)])
  return {
    left: true,
    trusts: made.map((proxy) => presentProxy(proxy, on.moment)).filter(({ state }) => state !== 'ended'),
    phones: phones.filter(({ person: bound }) => vouchedOn(bound?.vouched?.second, id)).map((one) => presentPhone(one, on.moment.iso)),
  }
}

const vouchedOn = (second: object | null | undefined, phone: string): boolean =>
  (second as { phone?: string } | null | undefined)?.phone === phone

/** On paper consent a relative may see, once somebody else has checked; the code is for the relative's phone. */
export const allowProxy: Action<typeof office.allowProxy> = async ({ token, until, evidence, ...trust }, on) => {
  checkTrustEnds(on, until)
  const { code, person } = await cardAtCounter(on, token, 'office.allowProxy')
  const proxy = await addProxy(on, person, {
    ...trust,
    until,
    by: 'office',
    evidence,
    vouched: vouchedByStaff(on, (await on.caller()).staff, code.villageCode, false),
  })
  return issueInvitation(on, { kind: 'proxy', proxyId: proxy._id })
}

export const endProxy: Action<typeof office.endProxy> = async ({ token, id }, on) => {
  const { person } = await cardAtCounter(on, token, 'office.endProxy')
  if (!(await revokeProxy(on.db, id, person._id, 'office', on.moment.iso))) throw refusals.notFound('这一条已经收回了，请重新读一次卡。')
  return { left: true }
}

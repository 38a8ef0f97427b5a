import type { identity } from '#contract/identity/actions'
import { refusals } from '#kernel/call/errors'
import { presentProxy } from '#affairs/trust/present-trust'
import { presentPhone } from '#affairs/trust/present-phone'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { checkOwnWord } from '#affairs/trust/vouching'
import { accountsOfPerson, accounts } from '#store/access/accounts'
import { updateOne } from '#store/db/write'
import { proxiesMadeBy } from '#store/access/proxies'

/** The phones bound to the caller's person, those too that do not count yet. */
export const phones: Action<typeof identity.phones> = async (_, on) => {
  const { account, person } = await on.caller()
  const bound = await accountsOfPerson(on.db, person!._id)
  return { phones: bound.map((one) => ({ ...presentPhone(one, on.moment.iso), thisOne: one._id === account!._id })) }
}

/** Unbinds one of them, at once: its next request finds nobody. What it let others see is named, to be ended too. */
export const unbind: Action<typeof identity.unbind> = async ({ id }, on) => {
  const caller = await on.caller()
  const person = caller.person!
  if (id !== caller.account!._id) await checkOwnWord(on)
  const freed = await updateOne(on.db, accounts, { _id: id, 'person.personId': person._id }, { $set: { person: null } })
  if (!freed) throw refusals.notFound('没有找到这部手机，可能已经解绑了。请下拉刷新再看。')
  await recordLook(on, caller, {
    action: 'identity.unbind',
    granted: true,
    relation: 'self',
    personId: person._id,
    ...(person.householdId && { householdId: person.householdId }),
  })
  const [made, bound] = await Promise.all([proxiesMadeBy(on.db, person._id, id), accountsOfPerson(on.db, person._id)])
  const live = made.map((proxy) => presentProxy(proxy, on.moment)).filter(({ state }) => state !== 'ended' && state !== 'revoked')
  return {
    left: true,
    trusts: live,
    phones: bound
      .filter((one) => hasApproved(one, id))
      .map((one) => ({ ...presentPhone(one, on.moment.iso), thisOne: one._id === caller.account!._id })),
  }
}

/** A phone of which the unbound one said that it is the person's. */
const hasApproved = ({ person }: { person: Parameters<typeof presentPhone>[0]['person'] }, phone: string): boolean =>
  person?.vouched?.second !== undefined &&
  person.vouched.second !== null &&
  'phone' in person.vouched.second &&
  person.vouched.second.phone === phone

import type { identity } from '#contract/identity/actions'
import { maskName } from '#domain/people/names'
import { refusals } from '#kernel/call/errors'
import { presentPhone, unitOf } from '#affairs/trust/present-phone'
import { presentProxy } from '#affairs/trust/present-trust'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { counts } from '#kernel/access/vouched'
import { checkOwnWord } from '#affairs/trust/vouching'
import { accounts, type Account } from '#store/access/accounts'
import { aggregate, joined } from '#store/db/read'
import { updateOne } from '#store/db/write'
import { proxies, revokeProxy, type Proxy } from '#store/access/proxies'
import { persons, type Person } from '#store/people/register'

interface Member extends Person {
  phones: Account[]
  trusts: Proxy[]
}
type Kind = 'phone' | 'proxy'

const gone = () => refusals.notFound('没有找到这一条，可能已经生效、已经拦下了。请下拉刷新再看。')

/** What was issued for anybody of the household and does not count yet: told to the phones that are bound already. */
export const news: Action<typeof identity.news> = async (_, on) => {
  const caller = await on.caller()
  if (caller.unchecked) return { news: [] }
  const own = caller.person!._id
  const { moment } = on
  const members = await familyOf(on)
  return {
    news: members.flatMap(({ _id, name, phones, trusts }) => {
      const of = { of: maskName(name), mine: _id === own }
      return [
        ...phones
          .filter((one) => !counts(one.person!.vouched, moment.iso))
          .map((one) => {
            const { id, platform, by, from } = presentPhone(one, moment.iso)
            return { kind: 'phone' as const, id, ...of, at: one.person!.vouched!.at, by: by ?? '', what: platform, ...(from && { from }) }
          }),
        ...trusts
          .filter(({ revoked, vouched }) => !revoked && !counts(vouched, moment.iso))
          .map((one) => {
            const { id, relation, countsFrom } = presentProxy(one, moment)
            return {
              kind: 'proxy' as const,
              id,
              ...of,
              at: one.createdAt,
              by: one.vouched?.by ? unitOf(one.vouched.by) : '',
              what: _id === own ? `${one.name}（${relation}）` : relation,
              ...(countsFrom && { from: countsFrom }),
            }
          }),
      ]
    }),
  }
}

/** “是我”: the person's own word, on a phone that counts, for another phone or for a trust issued at the counter. It counts at once. */
export const vouch: Action<typeof identity.vouch> = async ({ kind, id }, on) => {
  await checkOwnWord(on)
  const { account, person } = await on.caller()
  await recorded(on, 'identity.vouch', person!)
  const by = { second: { phone: account!._id }, from: on.moment.iso }
  const done =
    kind === 'phone'
      ? await updateOne(
          on.db,
          accounts,
          { $and: [{ _id: id }, { _id: { $ne: account!._id } }], 'person.personId': person!._id, 'person.vouched.at': { $exists: true } },
          set('person.vouched', by),
        )
      : // What this very phone, or one like it, made is no other word: it waits its time.
        await updateOne(
          on.db,
          proxies,
          { _id: id, personId: person!._id, revoked: null, 'vouched.at': { $exists: true }, 'vouched.phone': { $ne: account!._id } },
          set('vouched', by),
        )
  if (!done) throw gone()
  return { left: true }
}

/** “不是我家的，拦下”: anybody of the household ends what does not count yet. */
export const stop: Action<typeof identity.stop> = async ({ kind, id }, on) => {
  await checkOwnWord(on)
  const members = await familyOf(on)
  const of = members.find((member) =>
    (kind === 'phone' ? member.phones : member.trusts).some((one) => one._id === id && isWaiting(on, kind, one)),
  )
  if (!of) throw gone()
  await recorded(on, 'identity.stop', of)
  if (kind === 'phone') await updateOne(on.db, accounts, { _id: id, 'person.personId': of._id }, { $set: { person: null } })
  else await revokeProxy(on.db, id, of._id, 'self', on.moment.iso)
  return { left: true }
}

const set = (path: string, over: object) => ({
  $set: Object.fromEntries(Object.entries(over).map(([key, value]) => [`${path}.${key}`, value as unknown])),
})

const isWaiting = ({ moment }: On, kind: Kind, one: Account | Proxy): boolean =>
  kind === 'phone'
    ? !counts((one as Account).person?.vouched, moment.iso)
    : (one as Proxy).revoked === null && !counts((one as Proxy).vouched, moment.iso)

const recorded = async (on: On, action: string, { _id, householdId }: Person): Promise<void> =>
  recordLook(on, await on.caller(), { action, granted: true, relation: 'self', personId: _id, ...(householdId && { householdId }) })

/** Everybody of the caller's household, with phones and trusts. */
async function familyOf(on: On): Promise<Member[]> {
  const person = (await on.caller()).person!
  return aggregate<Member>(on.db, persons, [
    { $match: person.householdId ? { householdId: person.householdId } : { _id: person._id } },
    joined(accounts, '_id', 'person.personId', 'phones'),
    joined(proxies, '_id', 'personId', 'trusts'),
  ])
}

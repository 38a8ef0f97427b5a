import { isWithin } from '#domain/access/grants'
import { mayRead, type Caller } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'

/** The caller's own household, or one that a relative lets them see, with the parts that they may. @throws Refusal for anyone else. */
export async function whose({ caller: ask, moment }: Pick<On, 'caller' | 'moment'>, proxyId: string | undefined) {
  const caller: Caller = await ask()
  const proxy = caller.proxies?.find(({ _id, revoked, ...days }) => _id === proxyId && !revoked && isWithin(days, moment.today))
  const person = proxyId === undefined ? caller.person : proxy?.principalPerson
  const householdId = person?.householdId
  const look = householdId ? mayRead(caller, { householdId, villageCode: '', helpers: [] }) : undefined
  if (!person || !householdId || !look) throw refusals.signIn()
  return { caller, person, householdId, look }
}

import { isWithin } from '#domain/access/grants'
import type { HouseholdPart } from '#domain/register/register'
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

/**
 * The same, of those only who speak for the household: they themselves, or a relative whom they trust with this part.
 * @throws Refusal for anyone else.
 */
export async function whoseWord(on: Pick<On, 'caller' | 'moment'>, proxyId: string | undefined, part: HouseholdPart) {
  const { look, ...theirs } = await whose(on, proxyId)
  if ((look.relation !== 'self' && look.relation !== 'relative') || !look.parts.includes(part)) throw refusals.signIn()
  return { ...theirs, relation: look.relation }
}

import type { CodeToken } from '#domain/access/code-token'
import { ageOn } from '#domain/access/binding'
import { maskName } from '#domain/people/names'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { addGuardian, guardianAge } from '#affairs/trust/trust'
import { vouchedByStaff } from '#affairs/trust/vouching'
import type { Binds } from '#store/access/accounts'
import { cardAtCounter } from './card-at-counter'

/**
 * What a sign-in code for the person of a card binds: their phone, or a child's guardian's. Whoever it was issued by cannot use
 * it: somebody else must check the phone.
 */
export async function bindsOfCard(
  { token, guardian }: { token: CodeToken; guardian?: { name: string; relation: string } | undefined },
  on: On,
): Promise<Binds> {
  const { code, person } = await cardAtCounter(on, token, 'office.invite')
  const staff = on.call.road === 'operator' ? undefined : (await on.caller()).staff
  const vouched = vouchedByStaff(on, staff, code.villageCode, false)
  const age = ageOn(person.birth, on.moment.today)
  if (age >= guardianAge(on)) return { kind: 'person', personId: person._id, name: maskName(person.name), vouched }
  if (!guardian) throw refusals.badInput(`这是一位 ${age} 岁的孩子，由监护人来办：请写监护人的姓名和关系。`)
  return { kind: 'proxy', proxyId: (await addGuardian(on, person, guardian, '窗口核对', vouched))._id }
}

import { maskName } from '#domain/people/names'
import { birthOf, sexOf } from '#domain/people/id-number'
import type { CaseProposal } from '#domain/work/case-proposal'
import { isUndecided } from '#domain/work/cases'
import type { On } from '#kernel/call/on'
import type { RegisterCase } from '#store/work/cases'
import { whoMayBe } from '../persons/who-may-be'

/**
 * Whoever would come on the register by a case and is like somebody who is known by another number already: said to those who work on it,
 * without a word about who that is. It holds nothing up.
 */
export async function sayLikeOthers(on: On, { state, villageCode }: RegisterCase, proposal: CaseProposal): Promise<string | undefined> {
  if (!isUndecided(state) || !('members' in proposal)) return undefined
  const coming = [...('head' in proposal ? [proposal.head] : []), ...proposal.members]
  const named = coming.flatMap((one) => ('idNumber' in one ? [one] : []))
  if (named.length === 0) return undefined
  const wanted = named.map(({ idNumber, name }) => ({
    ...{ idNumber, name, birth: birthOf(idNumber), sex: sexOf(idNumber) },
    home: villageCode,
  }))
  const found = await whoMayBe(on, wanted)
  const alike = named.filter(({ idNumber }, i) => found[i]!.some((other) => other.idNumber !== idNumber))
  if (alike.length === 0) return undefined
  const who = alike.map(({ name }) => maskName(name)).join('、')
  return `已经登记的人里，有和${who}很像、身份证号不一样的。报批以前，请看着身份证核对号码，问清楚是不是同一个人。`
}

import { maskName } from '#domain/people/names'
import { signerOf, type Signing } from '#domain/money/scheme-signer'
import type { Day } from '#domain/time/dates'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { persons, type Household } from '#store/people/register'

/** An agreement by its id, with who signed it and the household that has it now. */
interface Signed {
  id: string
  signerId: string
  home: Household | undefined
}

/** Who signed these agreements, whether they are there still, and who may sign instead; where asked, only of those who are not. */
export async function signingOf(
  db: Db,
  today: Day,
  signed: readonly Signed[],
  only: 'all' | 'gone' = 'all',
): Promise<Map<string, Signing>> {
  const asked = signed.filter(({ signerId, home }) => home && (only === 'all' || isGone(home, signerId)))
  const ids = asked.flatMap(({ signerId, home }) => [signerId, ...home!.members.map(({ personId }) => personId)])
  const people = new Map((await findIn(db, persons, '_id', [...new Set(ids)], ['name', 'birth'])).map((one) => [one._id, one]))
  return new Map(
    asked.map(({ id, signerId, home }) => {
      const members = home!.members.map(({ personId, left }) => ({ ...{ personId, left }, birth: people.get(personId)?.birth }))
      const { gone, may } = signerOf(signerId, members, today)
      const named = (personId: string) => ({ id: personId, who: maskName(people.get(personId)?.name ?? '') })
      return [id, { who: named(signerId).who, may: may.map(named), ...(gone && { gone }) }]
    }),
  )
}

/** Died, or lives in another household. */
export const isGone = ({ members }: Pick<Household, 'members'>, signerId: string): boolean =>
  !members.some(({ personId, left }) => personId === signerId && left?.died !== true)

import type { office } from '#contract/office/actions'
import { presentCard } from '#affairs/cards/present-card'
import { codeIdOf, newCodeId, signCode } from '#kernel/access/code-signer'
import type { Action, On } from '#kernel/call/on'
import { insertNew, updateOne } from '#store/db/write'
import { codes, findCode, type Code } from '#store/people/register'
import { cardAtCounter } from './card-at-counter'

/**
 * A lost card is void at once and a new one takes its place. It lets nobody in: a card is no credential. Asked again with the old
 * number, because the answer was lost or the machine stopped half way, it gives the same new card.
 */
export const replaceCard: Action<typeof office.replaceCard> = async ({ token, why }, on) => {
  const { code, person } = await cardAtCounter(on, token, 'office.replaceCard', why, ({ replacedBy }) => replacedBy !== undefined)
  const replacedBy = code.replacedBy ?? newCodeId()
  const voided =
    code.replacedBy !== undefined
      ? code
      : await updateOne(
          on.db,
          codes,
          { _id: code._id, status: 'active' },
          { $set: { status: 'revoked', replacedBy, revokedOn: on.moment.today } },
        )
  const next = voided?.replacedBy ?? (await findCode(on.db, code._id))?.replacedBy ?? replacedBy
  return presentCard(on.county, signCode(on.keys, await standing(on, code, next)), person, code)
}

/** The id of the card that is good now: the one that took the place, made if it is not there yet, or whichever took its place since. */
async function standing(on: On, code: Code, next: string): Promise<string> {
  const there = await findCode(on.db, next)
  if (there?.replacedBy !== undefined) return standing(on, code, there.replacedBy)
  const { personId, householdId, villageCode, helpers } = code
  if (!there)
    await insertNew(on.db, codes, { _id: next, personId, householdId, villageCode, helpers, status: 'active', issuedOn: on.moment.today })
  return next
}

/** The card that there is, to print once more: torn, faded. Nothing is void. */
export const printCard: Action<typeof office.printCard> = async ({ token }, on) => {
  const { code, person } = await cardAtCounter(on, token, 'office.printCard')
  return presentCard(on.county, signCode(on.keys, codeIdOf(on.keys, token)!), person, code)
}

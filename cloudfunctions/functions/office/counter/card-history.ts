import type { office } from '#contract/office/actions'
import { signCode } from '#kernel/access/code-signer'
import type { Action } from '#kernel/call/on'
import { find, findIn } from '#store/db/read'
import { paperCards } from '#store/people/cards'
import { codes } from '#store/people/register'
import { cardAtCounter } from './card-at-counter'

/** Every card of the person who stands there. */
export const cardHistory: Action<typeof office.cardHistory> = async ({ token }, on) => {
  const { person } = await cardAtCounter(on, token, 'office.cardHistory')
  const found = await find(on.db, codes, { personId: person._id }, { order: [['issuedOn', 'desc']] })
  // Of two of one day, the one that took the other's place first.
  const had = [...found.filter(({ status }) => status === 'active'), ...found.filter(({ status }) => status !== 'active')]
  const papers = await findIn(
    on.db,
    paperCards,
    '_id',
    had.map(({ _id }) => _id),
  )
  return {
    cards: had.map(({ _id, status, issuedOn, revokedOn, replacedBy }) => {
      const paper = papers.find((one) => one._id === _id)
      return {
        ...{ token: signCode(on.keys, _id), status, issuedOn, replaced: replacedBy !== undefined },
        ...(revokedOn && { revokedOn }),
        state: paper?.state ?? ('asked' as const),
        ...(paper?.handedOn && { handedOn: paper.handedOn }),
        ...(paper?.receiver && { receiver: paper.receiver }),
      }
    }),
  }
}

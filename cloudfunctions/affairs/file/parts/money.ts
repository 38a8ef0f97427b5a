import type { PaymentLine } from '#contract/household/payment-line'
import type { County } from '#domain/county/county'
import { bankOfCard } from '#domain/money/bank-results'
import { settle } from '#domain/money/settlement'
import { open } from '#kernel/seal/seal'
import { countyTime } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'
import type { Confirmation } from '#store/money/confirmations'
import type { LoadedFile } from '../lists'
import { programmeOf } from './programme-of'
import { saidBy } from './said-by'

type Card = NonNullable<PaymentLine['card']>

/** Each due of twelve months with what the bank answered; by which card only to the person. */
export function moneyOf({ county, keys }: On, file: LoadedFile, own: boolean): PaymentLine[] {
  const { plan, answers } = file
  const cards = own ? cardsOf(file, keys, county) : new Map<string, Card>()
  const { helpLine, bankReasons } = county.texts
  const saidOn = new Map(plan.map((one) => [one._id, one.saidOn]))
  const words = newestWords(file.words)
  return settle(plan, answers, bankReasons, `请打${helpLine.label} ${helpLine.phone} 问一问。`).map(({ _id, forWhom, ...row }) => ({
    ...row,
    id: _id,
    name: programmeOf(county, row.programme)?.name ?? row.programme,
    icon: programmeOf(county, row.programme)?.icon,
    card: cards.get(_id),
    ...(forWhom && { forWhom }),
    ...saidBy(county, programmeOf(county, row.programme)?.agency ?? county.sources.money, saidOn.get(_id)),
    ...toldOf(words.get(_id)),
  }))
}

/** The word that holds of each row, by the row's id. */
export function newestWords(words: readonly Confirmation[]): Map<string, Confirmation> {
  const newest = new Map<string, Confirmation>()
  for (const word of words) if (word.n >= (newest.get(word.paymentId)?.n ?? 0)) newest.set(word.paymentId, word)
  return newest
}

const toldOf = (word: Confirmation | undefined): Pick<PaymentLine, 'told'> =>
  word
    ? { told: { said: word.said, on: countyTime(word.at).day, by: word.by, ...(word.cameFen !== null && { cameFen: word.cameFen }) } }
    : {}

/** By which card each due is paid: bank and tail, as the person knows their own cards apart. One card is opened once. */
function cardsOf({ plan }: LoadedFile, keys: On['keys'], { banks }: County): Map<string, Card> {
  const known = new Map<string, Card>()
  return new Map(
    plan.map(({ _id, cardIndex, cardSealed }) => {
      const card = known.get(cardIndex) ?? cardShown(open(keys, cardSealed), banks)
      known.set(cardIndex, card)
      return [_id, card]
    }),
  )
}

const cardShown = (card: string, banks: County['banks']): Card => ({ bank: bankOfCard(banks, card), tail: card.slice(-4) })

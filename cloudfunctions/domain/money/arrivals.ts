/** What a message says that money has come: no amount, no programme, no name. From the county pack, as are the platforms' templates. */
export interface ArrivalTexts {
  /** At most 20 characters: 您有一笔钱到账了，点开看看. */
  words: string
  /** County hours in which messages are sent, from the first until before the second: [8, 20]. */
  hours: [number, number]
  wechat?: ArrivalTemplate
  alipay?: ArrivalTemplate
  source: string
}

/** A template as the platform's console has it, and its field that bears the words: thing1, keyword1. */
export interface ArrivalTemplate {
  template: string
  field: string
}

/** That a person agreed, on one phone, to be told when money has come. A platform lets us send one message for each time they agreed. */
export interface Arrivals {
  /** Who agreed; a phone that was bound to somebody else since tells nobody. */
  personId: string
  /** Messages that may still be sent; none left or wanted: 0. */
  left: number
  /** Of what came in later they are told. */
  since: string
  /** Plan rows told of, the newest last: of none of them is told again. */
  told: string[]
  /** How often the message that is due has failed. */
  tries: number
  /** Messages given up after that many. */
  dropped: number
}

/** As often a message is tried. */
const mostTries = 3
/** As many can be agreed to ahead. */
export const mostAhead = 10
/** Rows of about two months, which are as far back as arrivals are looked for. */
const mostTold = 100

/** The person agreed once more, or (`false`) wants no more. */
export function agreed(before: Arrivals | undefined, personId: string, yes: boolean, now: string): Arrivals {
  const own = before?.personId === personId ? before : { personId, left: 0, since: now, told: [], tries: 0, dropped: 0 }
  // Whoever had said no is not told of what came meanwhile.
  const since = own.left === 0 ? now : own.since
  return { ...own, since, left: yes ? Math.min(mostAhead, own.left + 1) : 0 }
}

/** Of rows that came, those to be told of. */
export const untold = ({ told, since }: Arrivals, came: readonly { paymentId: string; importedAt: string }[]): string[] =>
  came.flatMap(({ paymentId, importedAt }) => (importedAt > since && !told.includes(paymentId) ? [paymentId] : []))

/** Before it is sent: one message for all rows. Whoever is killed then has told of them, and nobody is told twice. */
export const sending = (of: Arrivals, rows: readonly string[]): Arrivals => ({
  ...of,
  left: of.left - 1,
  told: [...of.told, ...rows].slice(-mostTold),
  tries: of.tries + 1,
})

/** What a platform did with a message: `unwanted` there is nobody any more who agreed. */
export type Delivery = 'sent' | 'unwanted' | 'failed'

/** After it: what failed is owed again, until it has been tried often enough; then it is dropped, and counted. */
export function afterSending(before: Arrivals, then: Arrivals, delivery: Delivery): Arrivals {
  if (delivery === 'sent') return { ...then, tries: 0 }
  if (delivery === 'unwanted') return { ...then, tries: 0, left: 0 }
  if (then.tries < mostTries) return { ...before, tries: then.tries }
  return { ...then, left: before.left, tries: 0, dropped: before.dropped + 1 }
}

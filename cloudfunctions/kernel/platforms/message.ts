import type { ArrivalTemplate } from '#domain/money/arrivals'

/** A message for one user of a platform: the words that stand in the template's field, and the page that a tap opens. */
export interface Message extends ArrivalTemplate {
  user: string
  words: string
  page: string
}

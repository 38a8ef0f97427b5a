import type { Day } from '#domain/time/dates'
import type { CardState, Receiver } from '#domain/work/cards'
import { collection } from '../db/collection'

/** How far the paper card of a code is; the id is the code's. A code without one waits to be printed. */
export interface PaperCard {
  _id: string
  state: CardState
  printedOn: Day | null
  handedOn: Day | null
  receiver: Receiver | null
  /** Staff id of who said last how far it is. */
  by: string
}
export const paperCards = collection<PaperCard>('paper_cards')

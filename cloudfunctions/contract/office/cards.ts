import * as z from 'zod'
import { cardMarks, cardStates, receivers } from '#domain/work/cards'
import { codeToken } from '../call/code-token'
import { day } from '../call/dates'
import { printedCard } from './counter'
import { id } from './words'

/** The cards of a village, from issuing them to the hand of whose they are. Names are masked as on the card itself. */

const town = z.string().regex(/^\d{9}$/, { error: '请选择乡镇。' })
const village = z.string().regex(/^\d{12}$/, { error: '请选择村。' })
/** Cards of one village, by the ids of their codes. */
const chosen = z.array(id).min(1, { error: '请至少勾一张卡。' }).max(1000, { error: '一次最多 1000 张，请分几次。' })

const villageCard = z.object({
  id,
  /** 第几张: as it is printed, and as the hand-out list counts. */
  serial: z.int(),
  name: z.string(),
  relation: z.string(),
  head: z.string(),
  state: z.enum(cardStates),
  issuedOn: day,
  printedOn: day.optional(),
  handedOn: day.optional(),
  receiver: z.enum(receivers).optional(),
})
const villageCards = z.object({
  village,
  place: z.string(),
  cards: z.array(villageCard),
  /** People of the register here who have no card that works. */
  without: z.int(),
  /** Printed longer ago than so many days and not handed over: late. */
  lateAfterDays: z.int(),
  /** Under which grants the hand-out list with full names can be printed. */
  grants: z.array(z.object({ id, purpose: z.string() })),
})

export const cards = {
  /** The villages of a town, with how many cards are how far. Without a town: those that the caller serves. */
  cardVillages: {
    input: z.object({ town: town.optional() }),
    output: z.object({
      towns: z.array(z.object({ code: town, name: z.string() })),
      villages: z.array(
        z.object({ code: village, name: z.string(), without: z.int(), asked: z.int(), printed: z.int(), handed: z.int(), late: z.int() }),
      ),
      /** Printed longer ago than so many days and not handed over: late. */
      lateAfterDays: z.int(),
    }),
  },
  villageCards: { input: z.object({ village }), output: villageCards },
  /** A code for everybody of the register here who has none; `people`: how many were shown. Asked twice it issues no second one. */
  issueCards: { input: z.object({ village, people: z.int().min(1) }), output: villageCards },
  /** What is to be printed. It marks nothing: whether the paper came out only the person at the printer knows. */
  printCards: { input: z.object({ village, ids: chosen }), output: z.object({ cards: z.array(printedCard.extend({ serial: z.int() })) }) },
  /** Those that cannot be marked so from where they stand, or are of another village, are left as they are: `left` says how many. */
  markCards: {
    input: z.object({ village, ids: chosen, mark: z.enum(cardMarks), receiver: z.enum(receivers).optional() }),
    output: villageCards.extend({ left: z.int() }),
  },
  /** Full names, to hand the cards out and have them signed for. */
  handOutList: {
    input: z.object({ village, grantId: id }),
    output: z.object({
      place: z.string(),
      rows: z.array(z.object({ serial: z.int(), name: z.string(), head: z.string(), relation: z.string() })),
    }),
  },
  /** Every card that somebody had, the newest first. */
  cardHistory: {
    input: z.object({ token: codeToken }),
    output: z.object({
      cards: z.array(
        z.object({
          token: z.string(),
          status: z.enum(['active', 'revoked']),
          issuedOn: day,
          revokedOn: day.optional(),
          replaced: z.boolean(),
          state: z.enum(cardStates),
          handedOn: day.optional(),
          receiver: z.enum(receivers).optional(),
        }),
      ),
    }),
  },
}

export type VillageCards = z.output<typeof villageCards>
export type VillageCard = z.output<typeof villageCard>
export type CardVillages = z.output<typeof cards.cardVillages.output>
export type CardHistory = z.output<typeof cards.cardHistory.output>

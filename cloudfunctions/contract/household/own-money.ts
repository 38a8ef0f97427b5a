import * as z from 'zod'
import { policyIcons } from '#domain/county/policy-icons'
import { saidWords } from '#domain/money/said'
import { day } from '../call/dates'
import { fen } from '../call/money'
import { asked } from './asked'
import { paymentLine } from './payment-line'

/** 我的钱: this year and the last, line by line, with what can be said of each. */

const ownLine = paymentLine.extend({
  /** The day by which it should have come, while the bank has not answered. */
  expectedBy: day.optional(),
  /** What it waits for, in words, where the bank's answer does not say it: 核对中，先不发. */
  waits: z.string().optional(),
  /** How much less came than rules say is due, in 分. */
  shortFen: fen.optional(),
  /** What can be said of it now. */
  canSay: z.array(z.enum(saidWords)),
  asked: asked.optional(),
  /** Which file says so, and where, as Excel shows it. */
  source: z.object({ file: z.string(), sheet: z.string().optional(), row: z.int().optional() }).optional(),
  /** Why it is due, in a sentence, and by which rule since when; absent where a department's list alone says it. */
  rule: z.object({ why: z.string(), source: z.string(), from: day.optional(), unverified: z.boolean() }).optional(),
})

/** Due by the rules, and in no plan yet. Amounts in 分. */
const notPlanned = z.object({
  id: z.string(),
  programme: z.string(),
  name: z.string(),
  icon: z.enum(policyIcons).optional(),
  forWhom: z.string().optional(),
  month: paymentLine.shape.month,
  period: z.string(),
  dueFen: fen,
  rule: ownLine.shape.rule.unwrap(),
})

/** A year by programme, in 分. */
const year = z.object({
  year: z.int(),
  dueFen: fen,
  cameFen: fen,
  programmes: z.array(
    z.object({ programme: z.string(), name: z.string(), icon: z.enum(policyIcons).optional(), dueFen: fen, cameFen: fen }),
  ),
})

export const ownMoney = {
  /** The caller's own household's, or with `proxyId` that of one whose money a relative lets them see. Error `sign-in` for anyone else. */
  money: {
    input: z.object({ proxyId: z.string().max(80).optional() }),
    output: z.object({
      head: z.string(),
      relation: z.enum(['self', 'relative']),
      today: day,
      updatedAt: z.iso.datetime(),
      /** Newest first, from January of last year. */
      lines: z.array(ownLine),
      notPlanned: z.array(notPlanned),
      /** This year, then the last. */
      years: z.array(year),
      /**
       * Messages that money has come, where the county has them: the template to ask for on this phone, and how many may still be sent
       * (no number: the person was never asked); or that other phones have them.
       */
      arrivals: z.union([z.object({ template: z.string(), left: z.int().optional() }), z.literal('elsewhere')]).optional(),
    }),
  },
  /**
   * What the farmer, or a relative, says of a line. Said again it is the word that is there; another word takes its place, and both are
   * kept. `cameFen`: what came, in 分, where the amount is another.
   */
  confirmMoney: {
    input: z.object({
      proxyId: z.string().max(80).optional(),
      paymentId: z.string().max(80),
      said: z.enum(saidWords),
      cameFen: fen.optional(),
    }),
    output: z.object({ line: ownLine }),
  },
}

export type OwnMoney = z.output<typeof ownMoney.money.output>
export type OwnMoneyLine = z.output<typeof ownLine>
export type NotPlanned = z.output<typeof notPlanned>

import * as z from 'zod'
import { typedCode } from '#domain/text/typed'
import { householdParts } from '#domain/register/register'
import { codeToken } from '../call/code-token'
import { proxy } from '../household/farmer'
import { day, month } from '../call/dates'
import { id, instant, invited, left, name } from './words'

/** What is done at the counter for a farmer who stands there with their card. */

/** Beginning of the registered phone (160********), and the instant from which a new one helps to bind. */
const number = { phone: z.string().optional(), phoneFrom: instant.optional() }
const boundPhone = z.object({
  id,
  platform: z.enum(['wechat', 'alipay', 'h5']),
  boundOn: day,
  state: z.enum(['active', 'later', 'unchecked']),
  reads: z.boolean().optional(),
  by: z.string().optional(),
  from: instant.optional(),
})
const held = { kind: z.enum(['phone', 'proxy']), id }
export const printedCard = z.object({
  token: z.string(),
  address: z.string(),
  title: z.string(),
  name: z.string(),
  place: z.string(),
  advice: z.array(z.string()),
})

export const counter = {
  /** At the counter, with the card of somebody who stands there. Nothing of the file itself. */
  card: {
    input: z.object({ token: codeToken }),
    output: z.object({
      /** In full, to be held against the ID card; with sex and month of birth. */
      name: z.string(),
      sex: z.enum(['男', '女']),
      bornIn: month,
      place: z.string(),
      /** A guardian is in charge. */
      child: z.boolean(),
      /** The last day on which a trust that is given today can end. */
      latestTrustEnd: day,
      ...number,
      phones: z.array(boundPhone),
      proxies: z.array(proxy),
      /** Too many wrong bindings were confirmed today: `releaseBinding` lets the household try again. */
      stopped: z.boolean(),
    }),
  },
  registerPhone: {
    input: z.object({
      token: codeToken,
      phone: z
        .string()
        .transform(typedCode)
        .pipe(z.string().regex(/^1\d{10}$/, { error: '手机号是 11 位数字，1 开头。' })),
    }),
    output: z.object({ ...number, phone: z.string() }),
  },
  /** Lets a household bind again after too many wrong ones today. */
  releaseBinding: { input: z.object({ token: codeToken }), output: left },
  /** Lost phone: unbinds it for the person who stands there. `trusts` it made and `phones` it vouched for still stand. */
  unbindPhone: {
    input: z.object({ token: codeToken, id }),
    output: z.object({ left: z.literal(true), trusts: z.array(proxy), phones: z.array(boundPhone) }),
  },
  /** On paper consent, kept in the office under `evidence`. Somebody else has to check it: `vouch`. */
  allowProxy: {
    input: z.object({
      token: codeToken,
      name,
      relation: z.string().trim().min(1).max(20),
      parts: z.array(z.enum(householdParts)).min(1),
      until: day,
      evidence: z.string().trim().min(2, { error: '请写书面同意书的编号或存放处。' }).max(100),
    }),
    output: invited,
  },
  endProxy: { input: z.object({ token: codeToken, id }), output: left },

  /** Without a card: by the ID number, or by name and village (its name, or part of it). Those that this counter serves. */
  findCards: {
    input: z.union([
      z.object({
        idNumber: z
          .string()
          .transform((text) => typedCode(text).toUpperCase())
          .pipe(z.string().regex(/^\d{17}[\dX]$/, { error: '身份证号是 18 位，请再核对。' })),
      }),
      z.object({ name, village: z.string().trim().max(40) }),
    ]),
    output: z.object({
      cards: z.array(
        z.object({
          token: z.string(),
          name: z.string(),
          sex: z.enum(['男', '女']),
          bornIn: month,
          place: z.string(),
          relation: z.string(),
          head: z.string(),
        }),
      ),
    }),
  },
  /** A lost card: void at once, and the new one to print. */
  replaceCard: {
    input: z.object({ token: codeToken, why: z.string().trim().min(2, { error: '请写为什么换，例如：丢了。' }).max(100) }),
    output: printedCard,
  },
  printCard: { input: z.object({ token: codeToken }), output: printedCard },
  /** The printed card is in the hand of who stands there. */
  cardGiven: { input: z.object({ token: codeToken }), output: left },

  /**
   * What a colleague issued, or a grid worker checked at the door, and that waits for somebody else. `own`: by the caller, who
   * cannot. `redeemed`: a phone shows digits for it.
   */
  vouchings: {
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({
          ...held,
          name: z.string(),
          place: z.string(),
          by: z.string(),
          at: instant,
          door: z.boolean(),
          redeemed: z.boolean(),
          own: z.boolean(),
          relative: z.string().optional(),
          evidence: z.string().optional(),
          platform: z.enum(['wechat', 'alipay', 'h5']).optional(),
        }),
      ),
    }),
  },
  /** The six digits on the phone in question. It counts from `from` on. */
  vouch: {
    input: z.object({
      ...held,
      code: z
        .string()
        .transform((text) => typedCode(text))
        .pipe(z.string().regex(/^\d{6}$/, { error: '核对码是 6 位数字，请看着那部手机再输一遍。' })),
    }),
    output: z.object({ from: instant }),
  },
  stopVouching: { input: z.object(held), output: left },
}

export type FoundCard = z.output<typeof counter.findCards.output>['cards'][number]
export type PrintedCard = z.output<typeof printedCard>
export type Vouching = z.output<typeof counter.vouchings.output>['rows'][number]
export type CounterCard = z.output<typeof counter.card.output>

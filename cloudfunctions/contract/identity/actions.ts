import * as z from 'zod'
import { householdParts } from '#domain/register/register'
import { officerRoles, workerRoles } from '#domain/access/staff'
import { typedCode, typedDigits } from '#domain/text/typed'
import { codeToken } from '../call/code-token'
import { proxy } from '../household/farmer'
import { day } from '../call/dates'

/** Who the caller is, in words for the “我的” page. */
const me = z.object({
  signedIn: z.boolean(),
  /** 陈**（农户） or 林建国（帮扶干部，县农业农村局）. */
  title: z.string().optional(),
  farmer: z.boolean(),
  worker: z.object({ role: z.enum(workerRoles), areas: z.array(z.string()) }).optional(),
  /** Somebody with a desk: they work in the office pages. */
  officer: z.object({ role: z.enum(officerRoles), agency: z.string() }).optional(),
  /** Households whose file a relative (or as their guardian, a child) lets this account see. */
  relatives: z.array(
    z.object({ proxyId: z.string(), head: z.string(), relation: z.string(), parts: z.array(z.enum(householdParts)), until: day }),
  ),
  /** Instant the session ends; absent on WeChat, where the platform vouches. */
  until: z.iso.datetime().optional(),
  /**
   * What this phone was given and that does not count in full yet: with six digits while somebody else has to check, `from`
   * when it will. `reads`: it may read meanwhile.
   */
  waiting: z
    .array(
      z.object({
        kind: z.enum(['phone', 'proxy']),
        of: z.string(),
        reads: z.boolean(),
        code: z.string().length(6).optional(),
        from: z.iso.datetime().optional(),
      }),
    )
    .optional(),
})

const entered = z.object({ session: z.string().optional(), me })
const platform = z.enum(['wechat', 'alipay', 'h5'])
/** Made by the phone for one attempt: whoever lost the answer sends it again and is known by it. */
const key = z
  .string()
  .regex(/^[\w-]{16,64}$/)
  .optional()
const held = { kind: z.enum(['phone', 'proxy']), id: z.string().max(80) }
/** `unchecked` waits for somebody else, `later` counts from `from` on; `by`: the unit that issued or checked it. */
const boundPhone = z.object({
  id: z.string(),
  platform,
  boundOn: day,
  thisOne: z.boolean(),
  state: z.enum(['active', 'later', 'unchecked']),
  reads: z.boolean().optional(),
  by: z.string().optional(),
  from: z.iso.datetime().optional(),
})
const left = z.object({ left: z.literal(true) })

const sixDigits = z.string().transform((text, context) => {
  const digits = typedDigits(text)
  if (digits.length !== 6) context.addIssue({ code: 'custom', message: '核对码是 6 位数字，请看着农户的手机再输一遍。' })
  return digits
})
const tail = (pattern: RegExp, message: string) =>
  z.string().transform((text, context) => {
    const clean = typedCode(text).toUpperCase()
    if (!pattern.test(clean)) context.addIssue({ code: 'custom', message })
    return clean
  })

export const identity = {
  me: { input: z.object({}), output: me },
  /**
   * Redeems a one-time code (12 characters, one use, 24 hours): a farmer's or a worker's from the office, or a relative's from the farmer.
   * One that the counter issued waits for somebody else: `me.waiting`. With the same `key`, or on the same account, it may be
   * sent again for ten minutes. On WeChat it binds the openid; elsewhere the reply carries a session token to keep. An
   * officer's code is redeemed in the office (`office.enrol`).
   */
  redeem: {
    input: z.object({ code: z.string().max(40), key }),
    output: entered,
  },
  /** The platform's own one-time sign-in code (Alipay: `my.getAuthCode`; WeChat outside callFunction: `wx.login`) for a session of ours. */
  enter: {
    input: z.object({ platform: z.enum(['alipay', 'wechat']), code: z.string().min(1).max(200) }),
    output: entered,
  },
  /**
   * First step of binding this phone to the person of a card: last six of the ID number, last four of the registered phone. Right or
   * wrong, it answers alike with six digits to show to the grid worker, who confirms face to face. The same `key` and values get the same
   * digits again. `busy` for some minutes after very many.
   */
  bindStart: {
    input: z.object({
      token: codeToken,
      idTail: tail(/^\d{5}[\dX]$/, '身份证号的最后 6 位：5 个数字，最后一位是数字或 X。请看着身份证再填一遍。'),
      phoneTail: tail(/^\d{4}$/, '手机号的最后 4 位是 4 个数字。请再填一遍。'),
      key,
    }),
    /** The digits are good for so many minutes, those asked for again for less: until `until` by the county's clock. */
    output: z.object({ session: z.string().optional(), code: z.string().length(6), until: z.iso.datetime(), minutes: z.number() }),
  },
  /**
   * A grid worker, having seen the person and their ID card, scans the household's card and enters the six digits. A child under the
   * guardian's age is bound to a guardian, who must be named. `not-found`: the digits, the card or what was filled in do not match, or
   * time is up. `not-allowed`: too many wrong ones of this household today. The phone reads at once; what is the owner's alone waits for
   * `vouch`.
   */
  bindConfirm: {
    input: z.object({
      token: codeToken,
      code: sixDigits,
      guardian: z.object({ name: z.string().trim().min(1).max(40), relation: z.string().trim().min(1).max(20) }).optional(),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('bound'), name: z.string() }),
      z.object({ kind: z.literal('guardian-needed'), age: z.int(), under: z.int() }),
    ]),
  },
  /** Lets a household try again whose five were used up; for a worker who confirmed none of them. */
  bindRelease: { input: z.object({ token: codeToken }), output: left },
  /** The phones bound to the caller's person. */
  phones: { input: z.object({}), output: z.object({ phones: z.array(boundPhone) }) },
  /** Unbinds one of them, e.g. a lost one; `trusts` it made and `phones` it vouched for still stand, to be ended one by one. */
  unbind: {
    input: z.object({ id: z.string().max(80) }),
    output: z.object({ left: z.literal(true), trusts: z.array(proxy), phones: z.array(boundPhone) }),
  },
  /** What was issued for somebody of the household and does not count yet. `mine`: for the caller's own person, who may vouch for it. */
  news: {
    input: z.object({}),
    output: z.object({
      news: z.array(
        z.object({
          ...held,
          of: z.string(),
          mine: z.boolean(),
          what: z.string(),
          by: z.string(),
          at: z.iso.datetime(),
          from: z.iso.datetime().optional(),
        }),
      ),
    }),
  },
  /**
   * Whether the person wants to be told on this phone that money has come, said after the platform asked them; each yes is good for one
   * message. `left`: how many may still be sent.
   */
  arrivals: { input: z.object({ yes: z.boolean() }), output: z.object({ left: z.int() }) },
  /** “是我”: it counts at once. */
  vouch: { input: z.object(held), output: left },
  /** “拦下”: it is over. */
  stop: { input: z.object(held), output: left },
  /** Ends this session and deletes this phone's account with all it held. */
  leave: { input: z.object({}), output: z.object({ left: z.literal(true) }) },
}

export type Me = z.output<typeof me>
export type News = z.output<typeof identity.news.output>['news'][number]
export type BoundPhone = z.output<typeof identity.phones.output>['phones'][number]

import * as z from 'zod'
import { typedCode } from '#domain/text/typed'
import { householdParts } from '#domain/register/register'
import { grantStates, sealedFields } from '#domain/access/grants'
import { staffRoles, workerRoles } from '#domain/access/staff'
import { codeToken } from '../call/code-token'
import { proxy } from '../household/farmer'
import { day, month } from '../call/dates'

/** People and powers in the office: staff, grants, and what is done for a farmer at the counter. */

const instant = z.iso.datetime()
const id = z.string().min(1).max(80)
const area = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/, { error: '地方要写 6 位县码、9 位乡镇码或 12 位村码。' })
const name = z.string().trim().min(1, { error: '请写姓名。' }).max(40)

const staffRow = z.object({
  id,
  name,
  role: z.enum(staffRoles),
  agency: z.string(),
  /** The caller's own row. */
  own: z.boolean(),
  /** Names of the places they work in. */
  areas: z.array(z.string()),
  state: z.enum(['invited', 'active', 'removed']),
  since: day,
  /** For head and data officer: the day they signed the present pledge. */
  pledgedOn: day.optional(),
})

/** Somebody whom one of an agency wants let in, newly (`isNew`) or anew. */
const staffWishRow = z.object({
  id,
  staffId: id,
  isNew: z.boolean(),
  name: z.string(),
  role: z.enum(staffRoles),
  agency: z.string(),
  areas: z.array(z.string()),
  /** Why it was asked, refused or withdrawn. */
  reason: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  state: z.enum(['asked', 'approved', 'refused', 'withdrawn']),
  decidedBy: z.string().optional(),
  decidedAt: instant.optional(),
  /** While it is asked: who may decide it, in words. */
  deciders: z.string().optional(),
  /** `see`: the head has not yet said to have seen it. */
  can: z.object({ decide: z.boolean(), withdraw: z.boolean(), see: z.boolean() }),
})

const post = z.object({
  role: z.enum(staffRoles),
  name,
  agency: z.string().trim().min(1, { error: '请写单位。' }).max(80),
  areas: z.array(z.string()),
  workerId: z.string().max(80).optional(),
})
const whyAsked = { reason: z.string().trim().max(200).optional() }
const wished = z.object({ wish: staffWishRow })

export const grantRow = z.object({
  id,
  /** 县民政局 (whole agency) or 林建国（县农业农村局）. */
  holder: z.string(),
  agency: z.string(),
  purpose: z.string(),
  purposeLabel: z.string(),
  area: z.string(),
  areaName: z.string(),
  parts: z.array(z.enum(householdParts)),
  fields: z.array(z.enum(sealedFields)),
  from: day,
  until: day,
  state: z.enum(grantStates),
  /** True when it is approved and today is within its days. */
  usable: z.boolean(),
  emergency: z.boolean(),
  /** Why it was asked for, refused or revoked. */
  reason: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  decidedBy: z.string().optional(),
  decidedAt: instant.optional(),
  /** While it is asked for: who may decide it, in words. */
  deciders: z.string().optional(),
  /** What the caller may do with it now. */
  can: z.object({ decide: z.boolean(), revoke: z.boolean(), acknowledge: z.boolean() }),
})

const left = z.object({ left: z.literal(true) })
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
const printedCard = z.object({
  token: z.string(),
  address: z.string(),
  title: z.string(),
  name: z.string(),
  place: z.string(),
  advice: z.array(z.string()),
})
const invited = z.object({ code: z.string(), until: instant })
const guardian = z.object({ name, relation: z.string().trim().min(1).max(20) })

export const officePeople = {
  /**
   * One-time codes, handed over face to face. For the person of a card (a child under 14 needs a guardian named); from the terminal
   * also for somebody new on the staff, or by `staffId` for somebody who must sign in anew. In the office that takes two: `askStaff`.
   */
  invite: {
    input: z.union([z.object({ token: codeToken, guardian: guardian.optional() }), post, z.object({ staffId: id })]),
    output: invited,
  },
  /**
   * Asks to let somebody in: new on the staff, or by `staffId` anew (lost phone, forgotten passphrase). For the own agency; heads and data
   * officers are asked for by the county's data office, and its own come from the terminal. No code yet.
   */
  askStaff: { input: z.union([post.extend(whyAsked), z.object({ staffId: id, ...whyAsked })]), output: wished },
  /** The second person's word; with a yes the code, which nobody else is shown. `not-found` if it was decided meanwhile. */
  decideStaff: {
    input: z.object({ id, approve: z.boolean(), why: z.string().trim().max(300) }),
    output: wished.extend({ code: z.string().optional(), until: instant.optional() }),
  },
  /** By whoever asked, or by the colleague whom it is about and who never wanted it. */
  withdrawStaff: { input: z.object({ id }), output: wished },
  /** The head has seen whom others let in to the agency. */
  seeStaff: { input: z.object({ id }), output: wished },
  /**
   * The staff of the caller's agency, the data office's of all; what was asked of late to let in whom; and the agencies there
   * are, to invite to.
   */
  staff: {
    input: z.object({}),
    output: z.object({ staff: z.array(staffRow), wishes: z.array(staffWishRow), agencies: z.array(z.object({ id, name: z.string() })) }),
  },
  /** Ends a person's access, at their next request. */
  removeStaff: { input: z.object({ id }), output: z.object({ row: staffRow }) },
  /** Matches a list's cadre or doctor for an invitation: `workerId` by name and unit. */
  findWorkers: {
    input: z.object({ name }),
    output: z.object({ workers: z.array(z.object({ id, name: z.string(), unit: z.string(), role: z.enum(workerRoles) })) }),
  },

  /** Grants that the caller holds, asked for, may decide or is head of; and what one may be asked for. */
  grants: {
    input: z.object({}),
    output: z.object({
      grants: z.array(grantRow),
      choices: z.object({
        purposes: z.array(z.object({ id, label: z.string(), parts: z.array(z.enum(householdParts)) })),
        areas: z.array(
          z.object({ code: z.string(), name: z.string(), villages: z.array(z.object({ code: z.string(), name: z.string() })) }),
        ),
        holders: z.array(z.object({ id, label: z.string() })),
        longestDays: z.int(),
      }),
    }),
  },
  /** Asks for a grant. `holder` as `choices.holders` gives it. Parts may not go beyond what the purpose needs. */
  askGrant: {
    input: z.object({
      holder: id,
      purpose: z.string().max(40),
      area,
      parts: z.array(z.enum(householdParts)).min(1, { error: '请至少选一样内容。' }),
      fields: z.array(z.enum(sealedFields)),
      from: day,
      until: day,
      reason: z.string().trim().min(4, { error: '请写明办什么事要用。' }).max(300),
    }),
    output: z.object({ grant: grantRow }),
  },
  /** Maker and checker: never by the asker or the holder. `not-found` if it was decided meanwhile. */
  decideGrant: { input: z.object({ id, approve: z.boolean(), why: z.string().trim().max(300) }), output: z.object({ grant: grantRow }) },
  revokeGrant: {
    input: z.object({ id, why: z.string().trim().min(2, { error: '请写收回的原因。' }).max(300) }),
    output: z.object({ grant: grantRow }),
  },
  /** The head has seen an emergency look. */
  acknowledge: { input: z.object({ id }), output: z.object({ grant: grantRow }) },

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

export type StaffRow = z.output<typeof staffRow>
export type StaffWishRow = z.output<typeof staffWishRow>
export type StaffPost = z.output<typeof post>
export type GrantRow = z.output<typeof grantRow>
export type GrantChoices = z.output<typeof officePeople.grants.output>['choices']
export type FoundCard = z.output<typeof officePeople.findCards.output>['cards'][number]
export type PrintedCard = z.output<typeof printedCard>
export type Vouching = z.output<typeof officePeople.vouchings.output>['rows'][number]
export type CounterCard = z.output<typeof officePeople.card.output>

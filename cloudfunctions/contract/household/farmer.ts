import * as z from 'zod'
import { householdParts } from '#domain/register/register'
import { requestKinds } from '#domain/work/requests'
import { toldCase } from '../call/told-case'
import { writeKey } from '../call/write-key'
import { day } from '../call/dates'

/** What a farmer may know of and do about their own file, beside reading it. */

const instant = z.iso.datetime()
const parts = z.array(z.enum(householdParts))
const words = z.string().trim().min(2, { error: '请写几个字，说说哪里不对。' }).max(500, { error: '写得太长了，请分成两次说。' })

/**
 * What is listed by itself: looks by others, lists over the village, who of the staff was refused, who else was turned away,
 * the family's own.
 */
const lookGroups = ['others', 'lists', 'refused', 'strangers', 'own'] as const

/** One look at the household's file, or at a list that it stood in. */
const look = z.object({
  id: z.string(),
  group: z.enum(lookGroups),
  at: instant,
  granted: z.boolean(),
  /** How often on that day, where days are counted and not looks; `at` is the last time. */
  times: z.int().optional(),
  /**
   * `binding`: a phone's binding was confirmed (or did not match); `counter`: something was done at the office's counter;
   * `answer`: a request was answered; `taken-along`: a visitor's phone may show it without signal; `offline`: it did.
   */
  kind: z.enum(['file', 'list', 'export', 'emergency', 'binding', 'counter', 'case', 'scheme', 'plan', 'answer', 'taken-along', 'offline']),
  /** Of what was taken along: until when the phone may show it. */
  until: instant.optional(),
  /** Of a look without signal: when it was, by the phone's clock; `at` is when the phone was back. */
  seenAt: instant.optional(),
  /** 南田镇人民政府; the farmer's own looks say 本人, a relative's 家人. */
  unit: z.string(),
  /** 网格员, 帮扶干部 …; 本人, 家人. */
  role: z.string(),
  own: z.boolean(),
  /** The purpose as the county pack says it. */
  purpose: z.string().optional(),
  /** Whose consent was recorded. */
  consent: z.enum(['self', 'family']).optional(),
  parts,
  /** Personal numbers that were shown in full, as people call them. */
  fields: z.array(z.string()),
  complained: z.boolean(),
  /** Of the family's own: the unit by which the phone or trust that was used came about. */
  issuedBy: z.string().optional(),
  /**
   * Running number of this look among all of this household, once it is in a signed checkpoint; a list read about a whole area
   * has none.
   */
  n: z.int().optional(),
})

/** A correction, a complaint, or a word about money on its way, and what came back. */
const request = z.object({
  id: z.string(),
  kind: z.enum(requestKinds),
  /** 钱, 家里人 …, or the look complained of: 南田镇人民政府 网格员 10月12日. */
  about: z.string(),
  words: z.string(),
  at: instant,
  /** The unit it went to, and until when it is to answer. */
  to: z.string(),
  dueOn: day.optional(),
  answer: z.string().optional(),
  answeredAt: instant.optional(),
  /** Of a need: whether it was met. */
  met: z.boolean().optional(),
})

export const proxy = z.object({
  id: z.string(),
  name: z.string(),
  relation: z.string(),
  parts,
  from: day,
  until: day,
  by: z.enum(['self', 'office', 'guardian']),
  /**
   * `waiting`: the relative has not redeemed the code yet; `unchecked`: somebody else has to check it; `later`: it counts from
   * `countsFrom` on.
   */
  state: z.enum(['waiting', 'unchecked', 'later', 'active', 'ended', 'revoked']),
  /** Instant from which it counts, where that is to come. */
  countsFrom: instant.optional(),
})

export const farmer = {
  /**
   * 谁看过我的信息: the newest of each group, which nothing that others cause can push out; where there are older ones, `older` holds
   * what to ask for them with, group by group. Strangers' scans are numbers by card and day. `proof` is the newest signed checkpoint of
   * the county's record.
   */
  looks: {
    input: z.object({ older: z.object({ group: z.enum(lookGroups), behind: z.string().max(200) }).optional() }),
    output: z.object({
      /** Newest first. */
      looks: z.array(look),
      older: z.array(z.object({ group: z.enum(lookGroups), behind: z.string() })),
      /** Looks of this household, of whatever kind, that are in a checkpoint: their numbers run 1…chained without a gap. */
      chained: z.int(),
      /**
       * Number and fingerprint of the newest 300 of them, shown above or not: one that is missing here was taken away. With
       * older looks, theirs.
       */
      marks: z.array(z.object({ n: z.int(), mark: z.string() })),
      proof: z.object({ size: z.int(), root: z.string(), at: instant }).optional(),
    }),
  },
  /** “这不对”: goes to the discipline office. */
  complain: { input: z.object({ lookId: z.string().max(80), words, key: writeKey }), output: z.object({ request }) },
  /** A part of the file is wrong: goes to the department that part comes from (for money, the programme's). */
  correct: {
    /** `paymentId`, `awardId`: the line of the file that is wrong, if it is one. */
    input: z.object({
      part: z.enum(householdParts),
      paymentId: z.string().max(80).optional(),
      awardId: z.string().max(80).optional(),
      words,
      key: writeKey,
    }),
    output: z.object({ request }),
  },
  requests: { input: z.object({}), output: z.object({ requests: z.array(request) }) },
  /** What is being done about the household on the register, and what came of it, newest first. Of a relative: whoever sees `policies`. */
  cases: { input: z.object({ proxyId: z.string().max(80).optional() }), output: z.object({ cases: z.array(toldCase) }) },
  /** 申诉 against having been taken off the register. The same again, while it waits for its answer, is the one that is there. */
  appeal: {
    input: z.object({
      id: z.string().max(80),
      proxyId: z.string().max(80).optional(),
      words: z.string().trim().min(4, { error: '请多写几个字，说说哪里不对。' }).max(500, { error: '最多 500 个字，请写得短一些。' }),
    }),
    output: z.object({ case: toldCase }),
  },
  /** A bound household in new need: only what is hard. What is known is not asked again. Where one is under way already, that one. */
  apply: {
    input: z.object({
      hardship: z.string().max(40),
      words: z.string().trim().max(500, { error: '最多写 500 个字，请再短一些。您填的内容还在。' }).optional(),
    }),
    output: z.object({ case: toldCase }),
  },
  proxies: { input: z.object({}), output: z.object({ proxies: z.array(proxy) }) },
  /** Lets a named relative see parts of the file until a day (at most a year). The code is for the relative to redeem, within 24 hours. */
  allow: {
    input: z.object({
      name: z.string().trim().min(1, { error: '请写家人的姓名。' }).max(40),
      relation: z.string().trim().min(1, { error: '请写是您的什么人，例如：女儿。' }).max(20),
      parts: parts.min(1, { error: '请至少选一样给家人看的内容。' }),
      until: day,
    }),
    output: z.object({ proxy, code: z.string(), codeUntil: instant }),
  },
  disallow: { input: z.object({ id: z.string().max(80) }), output: z.object({ proxies: z.array(proxy) }) },
  /** A copy of what is kept of the caller and their household, as sections of label and value; numbers of ID, card and phone masked. */
  copy: {
    input: z.object({}),
    output: z.object({
      madeAt: instant,
      sections: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          source: z.string(),
          rows: z.array(z.object({ label: z.string(), value: z.string() })),
        }),
      ),
    }),
  },
}

export type LookGroup = (typeof lookGroups)[number]
export type Look = z.output<typeof look>
export type Looks = z.output<typeof farmer.looks.output>
export type FarmerRequest = z.output<typeof request>
export type Proxy = z.output<typeof proxy>
export type DataCopy = z.output<typeof farmer.copy.output>

import * as z from 'zod'
import { policyIcons } from '#domain/county/policy-icons'
import { answerStates } from '#domain/work/suggestions'
import { reportOutcomes } from '#domain/work/reports'
import { writeKey } from '../call/write-key'
import { day, month } from '../call/dates'
import { applying } from './apply'
import { fen } from '../call/money'

const column = z.enum(['policy', 'news'])

const articleCard = z.object({
  id: z.string(),
  column,
  /** Of the programme that it explains. */
  icon: z.enum(policyIcons).optional(),
  title: z.string(),
  summary: z.string(),
  who: z.string().optional(),
  howMuch: z.string().optional(),
  howToAsk: z.string().optional(),
  publishedOn: day,
  /** Last day on which it holds; the phone says so when it is over. */
  validUntil: day.optional(),
})

const article = articleCard.extend({
  body: z.array(z.string()),
  /** 文民〔2026〕12号 and its own date. */
  sourceDocument: z.string().optional(),
  sourceDate: day.optional(),
})

/** A poster's place, or the village that a villager looks at. */
const placeCode = z.string().regex(/^\d{12}$/)

/** A small number is not told apart: 1 to 4 is `few`. */
const counted = z.union([z.int(), z.literal('few')])

/** What a village may know of itself without names. Amounts in 分. */
const totals = z.object({
  people: counted,
  households: counted,
  /**
   * Without those that would give a small number away, the sum being told as well (domain/place/small-numbers); none where the
   * village is small.
   */
  byCategory: z.array(z.object({ name: z.string(), households: counted })),
  pairedHouseholds: counted,
  /** This month, by programme; the amount is left out where few receive it. */
  programmes: z.array(z.object({ name: z.string(), receivers: counted, creditedFen: fen.optional() })),
  month,
})

/** 公示: masked name, and what was decided. Never an identity number, phone, account, illness or amount. */
const notice = z.object({
  name: z.string(),
  kind: z.enum(['entry', 'exit', 'change']),
  /** Not decided yet: which case it is to speak against, and its last day. */
  showing: z.object({ caseId: z.string(), until: day }).optional(),
  /** As people call it: 低保户. */
  category: z.string().optional(),
  /** Day, or month where no more is known. */ on: z.union([day, month]),
  reason: z.string(),
})

const publicAnswer = z.object({ id: z.string(), question: z.string(), answer: z.string(), agency: z.string(), answeredOn: day })

/** A suggestion as its receipt shows it. */
const suggestionStatus = z.object({
  state: z.enum(answerStates),
  receivedOn: day,
  /** Until when the office has promised the next step. */
  dueOn: day.optional(),
  agency: z.string().optional(),
  answer: z.string().optional(),
  answeredOn: day.optional(),
  /** True when the answer, edited, stands in public as well. */
  isPublic: z.boolean(),
})

/** Letters and digits of a suggestion's receipt, 12 characters of Crockford base32. */
const receipt = z.string().trim().min(1).max(40)

export const bulletin = {
  /** What the home page needs without sign-in. */
  home: {
    input: z.object({}),
    output: z.object({
      county: z.object({
        name: z.string(),
        helpLine: z.object({ label: z.string(), phone: z.string() }),
        /** Anonymous reports are open here. */ reports: z.boolean(),
      }),
      policy: z.array(articleCard),
      news: z.array(articleCard),
    }),
  },
  /** One column, newest first, 20 a page. `next` is the cursor for the following page. */
  list: {
    input: z.object({ column, after: z.string().max(80).optional() }),
    output: z.object({ articles: z.array(articleCard), next: z.string().optional() }),
  },
  /**
   * The newest signed checkpoint of the record of looks (a C2SP note) and the key that verifies it. Whoever keeps one can prove later
   * that nothing of the record was taken away: `npm run audit:verify -- --checkpoint FILE`. Says nothing about anybody.
   */
  checkpoint: { input: z.object({}), output: z.object({ note: z.string().optional(), key: z.string() }) },
  /**
   * The register's balance as lines that anybody may count: `+ recognised 2026-10 <commitment>`, with the newest signed checkpoint and
   * the key that verifies it. A thousand lines at a time behind number `after`, up to the `size` of the first answer.
   */
  balance: {
    input: z.object({ after: z.int().min(0).max(1e9).default(0), size: z.int().min(0).max(1e9).optional() }),
    output: z.object({
      key: z.string(),
      note: z.string().optional(),
      size: z.int(),
      lines: z.array(z.string()),
      next: z.int().optional(),
    }),
  },
  /** One article; error `not-found` if it is unknown or withdrawn. */
  read: { input: z.object({ id: z.string().max(80) }), output: article },
  /**
   * Articles that speak of these words or of what means the same, best first, at most 30; `also`: what was searched besides.
   * `near`: none speaks of all the words, these share some of them.
   */
  search: {
    input: z.object({ words: z.string().trim().min(1, { error: '请写要找的字，例如“低保”。' }).max(40) }),
    output: z.object({ articles: z.array(articleCard), also: z.array(z.string()), near: z.boolean() }),
  },
  /** “看懂了吗”: counted per article and day, without whoever said it. */
  feedback: { input: z.object({ id: z.string().max(80), understood: z.boolean() }), output: z.object({ noted: z.literal(true) }) },
  /** A poster's or a village's page; `not-found` for a place that the county does not have. */
  place: {
    input: z.object({ place: placeCode }),
    output: z.object({
      place: z.object({ code: z.string(), name: z.string(), town: z.string() }),
      totals,
      notices: z.array(notice),
      noticeDays: z.int(),
    }),
  },
  /** A poster was scanned: one more for its place today. Nothing else is kept; an unknown place is not counted. */
  scan: { input: z.object({ place: placeCode }), output: z.object({ noted: z.literal(true) }) },
  /**
   * With or without a telephone; the receipt shows what became of it. The same again, by its key, is one and has the same receipt.
   * `caseId`: said against what is shown in the village; once that is over it is a suggestion like any other.
   */
  suggest: {
    input: z.object({
      words: z.string().trim().min(4, { error: '请多写几个字，说清楚是什么事。' }).max(500, { error: '最多 500 个字，请写得短一些。' }),
      place: placeCode.optional(),
      contact: z.string().trim().max(40).optional(),
      caseId: z.string().max(80).optional(),
      key: writeKey,
    }),
    output: z.object({ receipt: z.string(), dueOn: day }),
  },
  ...applying,
  /** `not-found` for a receipt that there is not. */
  suggestion: { input: z.object({ receipt }), output: suggestionStatus },
  /** Questions answered in public, newest first, 20 a page. */
  answers: {
    input: z.object({ after: z.string().max(120).optional() }),
    output: z.object({ answers: z.array(publicAnswer), next: z.string().optional() }),
  },
  /** 隐私说明, in the county's own words, with the table of how long what is kept. */
  privacy: {
    input: z.object({}),
    output: z.object({
      updatedOn: day,
      sections: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
      kept: z.array(
        z.object({ id: z.string(), what: z.string(), /** 答复以后 90 天, or 一直保存. */ howLong: z.string(), why: z.string() }),
      ),
      helpLine: z.object({ label: z.string(), phone: z.string() }),
    }),
  },
  /** What the public may know of the public's side, of this year: counts only. */
  figures: {
    input: z.object({}),
    output: z.object({
      year: z.string(),
      scans: z.int(),
      suggestions: z.object({ received: z.int(), answered: z.int() }),
      reports: z.object({
        received: z.int(),
        closed: z.int(),
        outcomes: z.array(z.object({ outcome: z.enum(reportOutcomes), count: z.int() })),
        /** What two officers said was no report, where there was any; not among those received. */ spam: z.int().optional(),
      }),
    }),
  },
}

export type ArticleCard = z.output<typeof articleCard>
export type Article = z.output<typeof article>
export type Privacy = z.output<typeof bulletin.privacy.output>
export type BulletinHome = z.output<typeof bulletin.home.output>
export type BulletinPage = z.output<typeof bulletin.list.output>
export type PlacePage = z.output<typeof bulletin.place.output>
export type Counted = z.output<typeof counted>
export type SuggestionStatus = z.output<typeof suggestionStatus>
export type PublicFigures = z.output<typeof bulletin.figures.output>

import * as z from 'zod'
import { articleStates } from '#domain/work/articles'
import { answerStates } from '#domain/work/suggestions'
import { day } from '../call/dates'

/** What the office tells the public, and hears from it: articles, suggestions, posters. */

const id = z.string().min(1).max(80)
const text = (most: number, name: string) =>
  z
    .string()
    .trim()
    .max(most, { error: `${name}最多 ${most} 个字。` })
const needed = (most: number, name: string) => text(most, name).min(1, { error: `请写${name}。` })

/** What an officer writes; the public sees the same words. */
export const articleDraft = z.object({
  column: z.enum(['policy', 'news']),
  title: needed(60, '标题'),
  summary: needed(200, '一句话说明'),
  who: text(200, '谁能领').optional(),
  howMuch: text(200, '领多少').optional(),
  howToAsk: text(300, '怎么领').optional(),
  body: z.array(needed(1000, '正文')).min(1, { error: '请写正文。' }).max(40),
  sourceDocument: text(80, '文件号').optional(),
  sourceDate: day.optional(),
  validUntil: day.optional(),
})

const articleRow = articleDraft.extend({
  id,
  /** Counts the times it was saved: a decision is about the words of one version. */
  version: z.int(),
  state: z.enum(articleStates),
  agency: z.string(),
  /** Who wrote it; absent for the county pack's own articles, which change with the pack. */
  author: z.string().optional(),
  checkedBy: z.string().optional(),
  /** What the checker, or whoever withdrew it, said. */
  why: z.string().optional(),
  /** Since when the public reads it; of one that is being changed, the words as they were published. */
  publishedOn: day.optional(),
  /** How far it reached: times opened, and what people answered to “看懂了吗”, in all. */
  figures: z.object({ reads: z.int(), understood: z.int(), unclear: z.int() }),
  can: z.object({ edit: z.boolean(), submit: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
})

const suggestionRow = z.object({
  id,
  words: z.string(),
  place: z.string().optional(),
  /** Shown to the agency that answers. */
  contact: z.string().optional(),
  state: z.enum(answerStates),
  receivedOn: day,
  dueOn: day.optional(),
  late: z.boolean(),
  agencyId: id.optional(),
  agency: z.string().optional(),
  /** What the data office said to the agency when it gave it. */
  note: z.string().optional(),
  answer: z.string().optional(),
  answeredBy: z.string().optional(),
  answeredOn: day.optional(),
  published: z.object({ question: z.string(), answer: z.string() }).optional(),
  can: z.object({ assign: z.boolean(), answer: z.boolean() }),
})

const oneArticle = z.object({ article: articleRow })
const oneSuggestion = z.object({ suggestion: suggestionRow })

export const publishing = {
  /** The caller's agency's articles in every state, newest first, and those of the county pack; at most 200. */
  articles: { input: z.object({}), output: z.object({ articles: z.array(articleRow) }) },
  /**
   * Writes a draft, new or over one's agency's own; a published or withdrawn one goes back to draft, what is published stays
   * until the draft is. `not-found` if it may not be edited.
   */
  saveArticle: { input: articleDraft.extend({ id: id.optional() }), output: oneArticle },
  /** Hands a draft to a second person. */
  submitArticle: { input: z.object({ id }), output: oneArticle },
  /**
   * By anybody of the agency but its author: published, or back to draft with a reason. `not-found` if it is not waiting, not
   * theirs to decide, or not the version that they read.
   */
  decideArticle: { input: z.object({ id, version: z.int(), publish: z.boolean(), why: text(300, '理由') }), output: oneArticle },
  withdrawArticle: { input: z.object({ id, why: needed(300, '撤下的原因') }), output: oneArticle },

  /**
   * The data office sees what nobody has been given yet, and all; the others what was given to them. `open`: not answered, not
   * set aside.
   */
  suggestions: {
    input: z.object({ open: z.boolean() }),
    output: z.object({ suggestions: z.array(suggestionRow), agencies: z.array(z.object({ id, name: z.string() })) }),
  },
  /**
   * Gives it to an agency, with a word for it in `why`; without one it is set aside, and `why` tells whoever holds the receipt.
   * By the data office.
   */
  assignSuggestion: { input: z.object({ id, agencyId: id.optional(), why: text(300, '理由') }), output: oneSuggestion },
  /** To whoever holds the receipt, and in public too if `publish` gives question and answer as edited. */
  answerSuggestion: {
    input: z.object({
      id,
      words: needed(1000, '答复'),
      publish: z.object({ question: needed(300, '问题'), answer: needed(1000, '公开的答复') }).optional(),
    }),
    output: oneSuggestion,
  },

  /** Scans of posters from a day to a day, at most 366 days: per day, and per place with the most first. */
  scans: {
    input: z.object({ from: day, until: day }),
    output: z.object({
      total: z.int(),
      days: z.array(z.object({ day, count: z.int() })),
      places: z.array(z.object({ code: z.string(), name: z.string(), count: z.int() })),
    }),
  },
}

export type ArticleRow = z.output<typeof articleRow>
export type ArticleDraft = z.input<typeof articleDraft>
export type SuggestionRow = z.output<typeof suggestionRow>
export type Scans = z.output<typeof publishing.scans.output>

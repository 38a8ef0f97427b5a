import type { office } from '#contract/office/actions'
import { dataOfficePosts } from '#domain/access/posts'
import { articleActs } from '#domain/work/articles'
import { stateAfter } from '#domain/work/transitions'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import type { ArticleWords, StoredArticle } from '#store/public/articles'
import type { Filter } from '#store/db/collection'
import { mayDecide, maySubmit, mayWithdraw, standingsForArticles } from './article-powers'
import { changeAsOffice } from './change-article'

/** Its author hands it to whoever is second. */
export const submitArticle: Action<typeof office.submitArticle> = ({ id }, on) =>
  changeAsOffice(on, id, {
    action: 'office.submitArticle',
    who: '由写的人自己来交',
    may: (article, one) => maySubmit(one, article),
    become: (article) => {
      checkHolds(on, article)
      return { $set: { 'work.state': stateAfter(articleActs, 'submit', article.work!.state), 'work.why': '' } }
    },
  })

/** A second person publishes what they read, or sends it back. */
export const decideArticle: Action<typeof office.decideArticle> = async ({ id, version, publish, why }, on) => {
  if (!publish && why === '') throw refusals.badInput('退回请写一句为什么，写的人照着改。')
  return changeAsOffice(on, id, {
    action: 'office.decideArticle',
    who: `由写的单位另一个人，或${dataOfficePosts(on.county)}来审`,
    may: async (article, one) =>
      mayDecide(on.county, await standingsForArticles(on, one, [article]), one, article) && article.work!.version === version,
    become: (article, one) => {
      const state = stateAfter(articleActs, publish ? 'publish' : 'sendBack', article.work!.state)
      const decided = { 'work.checkedBy': { staffId: one._id, name: one.name }, 'work.why': why, 'work.state': state }
      if (!publish) return { $set: decided }
      checkHolds(on, article)
      return published(article.work!.words, { ...decided, status: 'published', publishedOn: on.moment.today })
    },
  })
}

/** Takes away what the public reads, with a reason. Words that are being written go on. */
export const withdrawArticle: Action<typeof office.withdrawArticle> = ({ id, why }, on) =>
  changeAsOffice(on, id, {
    action: 'office.withdrawArticle',
    who: '由写的单位的人来撤',
    may: (article, one) => mayWithdraw(on.county, one, article),
    become: ({ work }, one) => ({
      $set: {
        status: 'withdrawn',
        withdrawn: { by: { staffId: one._id, name: one.name }, why },
        ...(work && { 'work.state': stateAfter(articleActs, 'withdraw', work.state) }),
      },
    }),
  })

/** What is over before anybody could read it is a slip. */
function checkHolds({ moment }: On, { work }: StoredArticle): void {
  const { validUntil } = work!.words
  if (validUntil !== undefined && validUntil < moment.today)
    throw refusals.badInput(`有效期到 ${validUntil}，已经过了。请改一个日子，或者不写有效期，再交。`)
}

const mayBeLeftOut = ['who', 'howMuch', 'howToAsk', 'sourceDocument', 'sourceDate', 'validUntil'] as const satisfies (keyof ArticleWords)[]

/** The public's words become these, and none of the old ones stay. */
function published(words: ArticleWords, more: Filter): Filter {
  const absent = ['withdrawn', ...mayBeLeftOut.filter((field) => words[field] === undefined)]
  return { $set: { ...words, ...more }, $unset: Object.fromEntries(absent.map((field) => [field, ''])) }
}

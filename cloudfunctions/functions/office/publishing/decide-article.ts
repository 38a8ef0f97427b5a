import type { office } from '#contract/office/actions'
import type { Standings } from '#domain/access/second-person'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { changeArticle, findStoredArticle, type ArticleWords, type StoredArticle } from '#store/public/articles'
import type { Filter } from '#store/db/collection'
import type { Staff } from '#store/access/staff'
import { reachOf } from '#store/public/tallies'
import { mayDecide, maySubmit, mayWithdraw, standingsForArticles } from './article-powers'
import { presentArticle } from './present-article'

const gone = () => refusals.notFound('这一篇刚刚已经有人办了、改过了，或者不归您办。请刷新后再看。')

/** Its author hands it to whoever is second. */
export const submitArticle: Action<typeof office.submitArticle> = ({ id }, on) =>
  change(
    on,
    id,
    'office.submitArticle',
    (one, article) => maySubmit(one, article),
    (_, article) => {
      checkHolds(on, article)
      return { $set: { 'work.state': 'waiting', 'work.why': '' } }
    },
  )

/** A second person publishes what they read, or sends it back; of two who decide at once, one does. */
export const decideArticle: Action<typeof office.decideArticle> = async ({ id, version, publish, why }, on) => {
  if (!publish && why === '') throw refusals.badInput('退回请写一句为什么，写的人照着改。')
  return change(
    on,
    id,
    'office.decideArticle',
    (one, article, known) => mayDecide(on.county, known, one, article) && article.work!.version === version,
    (one, article) => {
      const decided = { 'work.checkedBy': { staffId: one._id, name: one.name }, 'work.why': why }
      if (!publish) return { $set: { ...decided, 'work.state': 'draft' } }
      checkHolds(on, article)
      return published(article.work!.words, { ...decided, 'work.state': 'published', status: 'published', publishedOn: on.moment.today })
    },
  )
}

/** Takes away what the public reads, with a reason. Words that are being written go on. */
export const withdrawArticle: Action<typeof office.withdrawArticle> = async ({ id, why }, on) =>
  change(
    on,
    id,
    'office.withdrawArticle',
    (one, article) => mayWithdraw(on.county, one, article),
    (one, { work }) => ({
      $set: {
        status: 'withdrawn',
        withdrawn: { by: { staffId: one._id, name: one.name }, why },
        ...(work?.state === 'published' && { 'work.state': 'withdrawn' }),
      },
    }),
  )

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

/** On record before it is done; an article that changed meanwhile is left as it is. */
async function change(
  on: On,
  id: string,
  action: string,
  may: (one: Staff, article: StoredArticle, known: Standings) => boolean,
  to: (one: Staff, article: StoredArticle) => Filter,
) {
  const caller = await on.caller()
  const one = caller.staff!
  const article = await findStoredArticle(on.db, id)
  const allowed = article !== undefined && may(one, article, await standingsForArticles(on, one, [article]))
  const update = allowed ? to(one, article) : undefined
  await recordLook(on, caller, { action, granted: allowed, reason: id })
  const changed = update && (await changeArticle(on.db, article!, update))
  if (!changed) throw gone()
  return {
    article: presentArticle(on.county, await standingsForArticles(on, one, [changed]), one, changed, (await reachOf(on.db, [id]))(id)),
  }
}

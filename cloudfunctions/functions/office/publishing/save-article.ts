import { randomBytes } from 'node:crypto'
import type * as z from 'zod'
import type { office } from '#contract/office/actions'
import type { articleDraft } from '#contract/office/publishing'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { changeArticle, findStoredArticle, insertArticle, type ArticleWords, type StoredArticle } from '#store/public/articles'
import type { Staff } from '#store/access/staff'
import { reachOf } from '#store/public/tallies'
import { standingsForArticles, mayEdit } from './article-powers'
import { presentArticle } from './present-article'

const closed = () => refusals.notFound('这一篇现在不能改：正在等人审，或者不归本单位。您写的字还在，请先复制下来，刷新再看。')

/** Writes a draft. What is published stays as it is until a second person has published the new words. */
export const saveArticle: Action<typeof office.saveArticle> = async ({ id, ...written }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const words = wordsIn(written)
  const before = id === undefined ? undefined : await findStoredArticle(on.db, id)
  const allowed = id === undefined || (before !== undefined && mayEdit(one, before))
  const _id = id ?? newArticleId()
  await recordLook(on, caller, { action: 'office.saveArticle', granted: allowed, reason: _id })
  if (!allowed) throw closed()
  const saved = before ? await changeDraft(on, one, before, words) : await newDraft(on, one, _id, words)
  if (!saved) throw closed()
  return {
    article: presentArticle(on.county, await standingsForArticles(on, one, [saved]), one, saved, (await reachOf(on.db, [_id]))(_id)),
  }
}

/** No id of a county pack has an underscore. */
const newArticleId = (): string => `office_${randomBytes(8).toString('hex')}`

/** A field that was left empty is not there. */
const wordsIn = (written: z.output<typeof articleDraft>): ArticleWords =>
  Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined && value !== '')) as unknown as ArticleWords

async function newDraft({ db, moment }: On, one: Staff, _id: string, words: ArticleWords): Promise<StoredArticle> {
  const work = {
    agencyId: one.agencyId,
    agency: one.agency,
    state: 'draft' as const,
    words,
    version: 1,
    author: { staffId: one._id, name: one.name },
    savedAt: moment.iso,
    checkedBy: null,
    why: '',
  }
  const article: StoredArticle = { _id, digest: '', status: 'unpublished', publishedOn: '', ...words, work }
  await insertArticle(db, article)
  return article
}

/** Whoever saves it is its author now. What the checker said stays in sight until it is handed over again. */
const changeDraft = ({ db, moment }: On, one: Staff, before: StoredArticle, words: ArticleWords) =>
  changeArticle(db, before, {
    $set: {
      'work.state': 'draft',
      'work.words': words,
      'work.version': before.work!.version + 1,
      'work.author': { staffId: one._id, name: one.name },
      'work.savedAt': moment.iso,
      'work.checkedBy': null,
      ...(before.work!.state !== 'draft' && { 'work.why': '' }),
    },
  })

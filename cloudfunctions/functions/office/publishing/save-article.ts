import { randomBytes } from 'node:crypto'
import type * as z from 'zod'
import type { office } from '#contract/office/actions'
import type { articleDraft } from '#contract/office/publishing'
import { articleActs } from '#domain/work/articles'
import { stateAfter } from '#domain/work/transitions'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { insertArticle, type ArticleWords, type StoredArticle } from '#store/public/articles'
import { mayEdit } from './article-powers'
import { changeAsOffice, presentToOffice } from './change-article'

/** Writes a draft. What is published stays as it is until a second person has published the new words. */
export const saveArticle: Action<typeof office.saveArticle> = ({ id, ...written }, on) =>
  id === undefined ? newDraft(on, wordsIn(written)) : changeDraft(on, id, wordsIn(written))

/** A field that was left empty is not there. */
const wordsIn = (written: z.output<typeof articleDraft>): ArticleWords =>
  Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined && value !== '')) as unknown as ArticleWords

async function newDraft(on: On, words: ArticleWords) {
  const caller = await on.caller()
  const one = caller.staff!
  const work = {
    agencyId: one.agencyId,
    agency: one.agency,
    state: 'draft' as const,
    words,
    version: 1,
    author: { staffId: one._id, name: one.name },
    savedAt: on.moment.iso,
    checkedBy: null,
    why: '',
  }
  // No id of a county pack has an underscore.
  const _id = `office_${randomBytes(8).toString('hex')}`
  const article: StoredArticle = { _id, digest: '', status: 'unpublished', publishedOn: '', ...words, work }
  await recordLook(on, caller, { action: 'office.saveArticle', granted: true, about: { kind: 'article', id: _id } })
  await insertArticle(on.db, article)
  return presentToOffice(on, article)
}

/** Whoever saves it is its author now. What the checker said stays in sight until it is handed over again. */
const changeDraft = (on: On, id: string, words: ArticleWords) =>
  changeAsOffice(on, id, {
    action: 'office.saveArticle',
    advice: '这一篇现在不能改：正在等人审，或者不归本单位。您写的字还在，请先复制下来，刷新再看',
    who: '在等人审的由写的人自己来改，别的由写的单位的人来改',
    may: (article, one) => mayEdit(one, article),
    become: ({ work }, one) => ({
      $set: {
        'work.state': stateAfter(articleActs, 'save', work!.state),
        'work.words': words,
        'work.version': work!.version + 1,
        'work.author': { staffId: one._id, name: one.name },
        'work.savedAt': on.moment.iso,
        'work.checkedBy': null,
        ...(work!.state !== 'draft' && { 'work.why': '' }),
      },
    }),
  })

import type { ArticleRow } from '#contract/office/publishing'
import { act, type Act } from '#kernel/act'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { changeArticle, findStoredArticle, type StoredArticle } from '#store/public/articles'
import { reachOf } from '#store/public/tallies'
import { standingsForArticles } from './article-powers'
import { presentArticle } from './present-article'

type Changing = Pick<Act<StoredArticle, Filter>, 'action' | 'may' | 'become'> & {
  /** Whose business it is. */
  who: string
  /** What to do now; of one that was being written also that nothing is lost. */
  advice?: string
}

/** What an officer does with an article, and the article as they then see it. */
export async function changeAsOffice(
  on: On,
  id: string,
  { who, advice = '这一篇刚刚已经有人办了、改过了，或者不归您办。请刷新后再看', ...changing }: Changing,
): Promise<{ article: ArticleRow }> {
  const article = await act(on, {
    ...changing,
    find: () => findStoredArticle(on.db, id),
    look: () => ({ about: { kind: 'article', id } }),
    change: (found, change) => changeArticle(on.db, found, change),
    gone: () => refusals.notFound(`${advice}；${who}。`),
  })
  return presentToOffice(on, article)
}

export async function presentToOffice(on: On, article: StoredArticle): Promise<{ article: ArticleRow }> {
  const one = (await on.caller()).staff!
  const [known, reach] = await Promise.all([standingsForArticles(on, one, [article]), reachOf(on.db, [article._id])])
  return { article: presentArticle(on.county, known, one, article, reach(article._id)) }
}

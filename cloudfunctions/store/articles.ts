import type { Article, ArticleColumn } from '#domain/county'
import { collection, find, findById, index, type Db } from './collection'
import { digested } from './keyed'

export interface StoredArticle extends Omit<Article, 'id'> { _id: string; digest: string; status: 'published' | 'withdrawn' }
export const articles = collection<StoredArticle>('articles', [index('column', '-publishedOn', '_id')], { digest: digested('article') })

/** Published articles of a column, newest first; `after` is the last one already seen. */
export function listArticles(db: Db, column: ArticleColumn, limit: number, after?: { publishedOn: string; id: string }): Promise<StoredArticle[]> {
  const later = after && { $or: [{ publishedOn: { $lt: after.publishedOn } }, { publishedOn: after.publishedOn, _id: { $gt: after.id } }] }
  return find(db, articles, { column, status: 'published', ...later }, { order: [['publishedOn', 'desc'], ['_id', 'asc']], limit })
}

/** A published article, or nothing. */
export async function findArticle(db: Db, id: string): Promise<StoredArticle | undefined> {
  const article = await findById(db, articles, id)
  return article?.status === 'published' ? article : undefined
}

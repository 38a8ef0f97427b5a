import type { ArticleState } from '#domain/work/articles'
import type { Article, ArticleColumn } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import { changeAsRead } from '../db/as-read'
import { collection, index, type Db, type Filter } from '../db/collection'
import { find, findById } from '../db/read'
import { insert } from '../db/write'
import type { By } from '../access/grants'
import { digested } from '../db/keyed'

/** What an article says, whoever may read it yet. */
export type ArticleWords = Omit<Article, 'id' | 'publishedOn'>

/** The office's work on an article of its own: the words that are being written, checked or were published last. */
interface ArticleWork {
  agencyId: string
  agency: string
  state: ArticleState
  words: ArticleWords
  /** Counts the times it was saved: whoever decides has read one version. */
  version: number
  author: By
  savedAt: string
  checkedBy: By | null
  /** What the checker said. */
  why: string
}

/**
 * An article. Outside `work` stands what the public reads, and `status` says whether it does; so what is published stays while a
 * change of it waits for its checker, and publishing is one write.
 */
export interface StoredArticle extends ArticleWords {
  _id: string
  /** Of the county pack's text; '' for the office's own, and for one that left the pack. */
  digest: string
  status: 'unpublished' | 'published' | 'withdrawn'
  /** '' of one that nobody has published yet. */
  publishedOn: Day | ''
  /** Absent for the county pack's articles, which change with the pack. */
  work?: ArticleWork
  withdrawn?: { by: By; why: string }
}
/** One that the public reads. */
export interface PublishedArticle extends StoredArticle {
  status: 'published'
  publishedOn: Day
}
const isPublished = (article: StoredArticle): article is PublishedArticle => article.status === 'published' && article.publishedOn !== ''

export const articles = collection<StoredArticle>(
  'articles',
  [
    index('column', '-publishedOn', '_id'),
    index('status', '-publishedOn', '_id'),
    index('work.agencyId', '-work.savedAt'),
    index('work.state', 'work.savedAt'),
  ],
  { digest: digested('article') },
)

/** Published articles of a column, newest first; `after` is the last one already seen. */
export async function listArticles(
  db: Db,
  column: ArticleColumn,
  limit: number,
  after?: { publishedOn: string; id: string },
): Promise<PublishedArticle[]> {
  const later = after && { $or: [{ publishedOn: { $lt: after.publishedOn } }, { publishedOn: after.publishedOn, _id: { $gt: after.id } }] }
  const found = await find(
    db,
    articles,
    { column, status: 'published', ...later },
    {
      order: [
        ['publishedOn', 'desc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  )
  return found.filter(isPublished)
}

/** The newest thousand that are published, of both columns: what a search looks through. */
export async function publishedArticles(db: Db): Promise<PublishedArticle[]> {
  const found = await find(
    db,
    articles,
    { status: 'published' },
    {
      order: [
        ['publishedOn', 'desc'],
        ['_id', 'asc'],
      ],
    },
  )
  return found.filter(isPublished)
}

/** A published article, or nothing. */
export async function findArticle(db: Db, id: string): Promise<PublishedArticle | undefined> {
  const article = await findStoredArticle(db, id)
  return article && isPublished(article) ? article : undefined
}

/** An article whatever became of it: for the office. */
export const findStoredArticle = (db: Db, id: string) => findById(db, articles, id)

/** What matches the county pack's articles: `null` is also a field that is not there. */
export const ofPack: Filter = { work: null }

export const packArticles = (db: Db) =>
  find(
    db,
    articles,
    { ...ofPack, digest: { $ne: '' } },
    {
      order: [
        ['publishedOn', 'desc'],
        ['_id', 'asc'],
      ],
    },
  )
export const agencyArticles = (db: Db, agencyId: string, limit: number) =>
  find(
    db,
    articles,
    { 'work.agencyId': agencyId },
    {
      order: [
        ['work.savedAt', 'desc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  )

/** What waits for a second person, longest first. */
export const waitingArticles = (db: Db, filter: Filter, limit: number) =>
  find(db, articles, filter, {
    order: [
      ['work.savedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })

export const insertArticle = (db: Db, article: StoredArticle) => insert(db, articles, article)

/** Changes an article that still is as it was read: of two at once, one does. Nothing if somebody was first. */
export const changeArticle = (db: Db, article: StoredArticle, change: Filter): Promise<StoredArticle | undefined> =>
  changeAsRead(db, articles, article, ['status', 'digest', 'work.state', 'work.version'], change)

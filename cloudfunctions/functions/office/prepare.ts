import type { office } from '#contract/office'
import { digest } from '#kernel/seal'
import type { Action } from '#kernel/serve'
import { collections } from '#store/all'
import { articles } from '#store/articles'
import { put, update, type Db } from '#store/collection'

/** Creates missing collections, then brings the county pack's articles up to date; one that left the pack is withdrawn. */
export const prepare: Action<typeof office.prepare> = async (_, { db, county, keys }) => {
  await Promise.all(collections.map(({ name }) => ensureCollection(db, name)))
  const current = county.articles.map(({ id, ...article }) => ({
    _id: id, digest: digest(keys, 'article', JSON.stringify(article)), ...article, status: 'published' as const,
  }))
  await put(db, articles, current)
  await update(db, articles, { _id: { $nin: current.map(({ _id }) => _id) } }, { $set: { status: 'withdrawn', digest: '' } })
  return { collections: collections.length, articles: current.length }
}

async function ensureCollection(db: Db, name: string): Promise<void> {
  try {
    await db.createCollection(name)
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_COLLECTION_ALREADY_EXIST') throw error
  }
}

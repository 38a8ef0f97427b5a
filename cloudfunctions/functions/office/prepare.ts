import type { office } from '#contract/office/actions'
import { digest, renewDigest } from '#kernel/seal/seal'
import type { Action } from '#kernel/call/on'
import { collections } from '#store/all'
import { articles, ofPack, packArticles } from '#store/public/articles'
import { bringScansOver } from '#store/public/tallies'
import { bringResultsOver } from '#store/intake/intake'
import { bringLivesOver } from '#store/intake/quarantine'
import { bringEventsOver } from '#store/people/register-events'
import type { Db } from '#store/db/collection'
import { put, update } from '#store/db/write'

/**
 * Creates missing collections, brings over what an earlier release kept under another name, then brings the county pack's articles
 * up to date; one that left the pack is withdrawn. One that the office withdrew stays so until its text changes, and the office's own
 * are no business of this.
 */
export const prepare: Action<typeof office.prepare> = async (_, { db, county, keys }) => {
  await Promise.all(collections.map(({ name }) => ensureCollection(db, name)))
  await Promise.all([bringScansOver(db), bringResultsOver(db), bringLivesOver(db), bringEventsOver(db)])
  const current = county.articles.map(({ id, ...article }) => ({
    _id: id,
    digest: digest(keys, 'article', JSON.stringify(article)),
    ...article,
    status: 'published' as const,
  }))
  // A digest of an older key is renewed to compare it: the same text must not look changed because the key is another.
  const there = new Map((await packArticles(db)).map(({ _id, digest: old }) => [_id, renewDigest(keys, 'article', old)]))
  await put(
    db,
    articles,
    current.filter(({ _id, digest: now }) => there.get(_id) !== now),
  )
  await update(
    db,
    articles,
    { ...ofPack, status: 'published', _id: { $nin: current.map(({ _id }) => _id) } },
    { $set: { status: 'withdrawn', digest: '' } },
  )
  return { collections: collections.length, articles: current.length }
}

async function ensureCollection(db: Db, name: string): Promise<void> {
  try {
    await db.createCollection(name)
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_COLLECTION_ALREADY_EXIST') throw error
  }
}

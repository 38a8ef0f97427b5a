import type { bulletin } from '#contract/bulletin'
import { Refusal } from '#kernel/errors'
import type { Action } from '#kernel/serve'
import { findArticle } from '#store/articles'
import { presentArticle } from './present'

export const read: Action<typeof bulletin.read> = async ({ id }, { db }) => {
  const article = await findArticle(db, id)
  if (!article) throw new Refusal('not-found', '这篇文章已经撤下或者换了地方。请回到“看政策”里再找一找。')
  return presentArticle(article)
}

import type { bulletin } from '#contract/bulletin'
import type { Action } from '#kernel/serve'
import { listArticles } from '#store/articles'
import { presentCard } from './present'

/** The newest three of each column, and whom to call. */
export const home: Action<typeof bulletin.home> = async (_, { db, county }) => {
  const [policy, news] = await Promise.all([listArticles(db, 'policy', 3), listArticles(db, 'news', 3)])
  return {
    county: { name: county.name, helpLine: county.texts.helpLine },
    policy: policy.map(presentCard),
    news: news.map(presentCard),
  }
}

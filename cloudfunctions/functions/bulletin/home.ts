import type { bulletin } from '#contract/bulletin/actions'
import type { Action } from '#kernel/call/on'
import { listArticles } from '#store/public/articles'
import { presentCard } from './present'

/** The newest three of each column, whom to call, and whether one may report here. */
export const home: Action<typeof bulletin.home> = async (_, { db, county }) => {
  const [policy, news] = await Promise.all([listArticles(db, 'policy', 3), listArticles(db, 'news', 3)])
  return {
    county: { name: county.name, helpLine: county.texts.helpLine, reports: county.reports.offices.length > 0 },
    policy: policy.map(presentCard(county)),
    news: news.map(presentCard(county)),
  }
}

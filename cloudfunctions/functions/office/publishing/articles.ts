import type { office } from '#contract/office'
import type { Action } from '#kernel/serve'
import { agencyArticles, packArticles } from '#store/articles'
import { reachOf } from '#store/tallies'
import { presentArticle } from './present-article'

const most = 200

/** The agency's own, what was worked on last first, and the county pack's; with how far each reached. */
export const articles: Action<typeof office.articles> = async (_, on) => {
  const one = (await on.caller()).staff!
  const [own, ofPack] = await Promise.all([agencyArticles(on.db, one.agencyId, most), packArticles(on.db)])
  const all = [...own, ...ofPack].slice(0, most)
  const reach = await reachOf(on.db, all.map(({ _id }) => _id))
  return { articles: all.map((article) => presentArticle(on.county, one, article, reach(article._id))) }
}

import type { office } from '#contract/office/actions'
import type { Action, On } from '#kernel/call/on'
import { agencyArticles, packArticles, waitingArticles } from '#store/public/articles'
import type { Staff } from '#store/access/staff'
import { reachOf } from '#store/public/tallies'
import { articlesFor, mayDecide, standingsForArticles } from './article-powers'
import { presentArticle } from './present-article'

const most = 200

/**
 * The agency's own, what was worked on last first, and the county pack's; for the data office's two first what waits elsewhere.
 * With how far each reached.
 */
export const articles: Action<typeof office.articles> = async (_, on) => {
  const one = (await on.caller()).staff!
  const [waiting, own, ofPack] = await Promise.all([
    waitingArticles(on.db, articlesFor(on.county, one), most),
    agencyArticles(on.db, one.agencyId, most),
    packArticles(on.db),
  ])
  const others = waiting.filter(({ work }) => work!.agencyId !== one.agencyId)
  const all = [...others, ...own, ...ofPack].slice(0, most)
  const [reach, known] = await Promise.all([
    reachOf(
      on.db,
      all.map(({ _id }) => _id),
    ),
    standingsForArticles(on, one, all),
  ])
  return { articles: all.map((article) => presentArticle(on.county, known, one, article, reach(article._id))) }
}

/** How many wait for this officer to read and decide. */
export async function countArticlesToDecide(on: On, one: Staff): Promise<number> {
  const waiting = await waitingArticles(on.db, articlesFor(on.county, one), most)
  if (waiting.length === 0) return 0
  const known = await standingsForArticles(on, one, waiting)
  return waiting.filter((article) => mayDecide(on.county, known, one, article)).length
}

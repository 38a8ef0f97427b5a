import type { bulletin } from '#contract/bulletin'
import { searchArticles } from '#domain/search'
import type { Action } from '#kernel/serve'
import { publishedArticles } from '#store/articles'
import { presentCard } from './present'

/** What is published, by words and by what means the same in this county. Nothing of the question is kept. */
export const search: Action<typeof bulletin.search> = async ({ words }, { db, county, moment }) => {
  const { articles, also } = searchArticles(await publishedArticles(db), words, county.texts.sameWords, moment.today)
  return { articles: articles.map(presentCard(county)), also }
}

import type { bulletin } from '#contract/bulletin'
import { searchArticles } from '#domain/search'
import { typedLine } from '#domain/typed'
import type { Action } from '#kernel/serve'
import { publishedArticles } from '#store/articles'
import { chineseReading } from './chinese-reading'
import { presentCard } from './present'

/** What is published, by words and by what means the same in this county. Nothing of the question is kept. */
export const search: Action<typeof bulletin.search> = async ({ words }, { db, county, moment }) => {
  const { articles, also, near } = searchArticles(await publishedArticles(db), typedLine(words), county.texts.sameWords, moment.today, await chineseReading())
  return { articles: articles.map(presentCard(county)), also, near }
}

import type { bulletin } from '#contract/bulletin/actions'
import { searchArticles } from '#domain/text/search'
import { typedLine } from '#domain/text/typed'
import type { Action } from '#kernel/call/on'
import { publishedArticles } from '#store/public/articles'
import { chineseReading } from './chinese-reading'
import { presentCard } from './present'

/** What is published, by words and by what means the same in this county. Nothing of the question is kept. */
export const search: Action<typeof bulletin.search> = async ({ words }, { db, county, moment }) => {
  const { articles, also, near } = searchArticles(
    await publishedArticles(db),
    typedLine(words),
    county.texts.sameWords,
    moment.today,
    await chineseReading(),
  )
  return { articles: articles.map(presentCard(county)), also, near }
}

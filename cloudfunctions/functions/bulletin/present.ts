import type { Article, ArticleCard } from '#contract/bulletin/actions'
import type { County } from '#domain/county/county'
import type { PolicyIcon } from '#domain/county/policy-icons'
import type { PublishedArticle } from '#store/public/articles'

export const presentCard =
  (county: County) =>
  ({ _id, column, title, summary, who, howMuch, howToAsk, publishedOn, validUntil }: PublishedArticle): ArticleCard => ({
    id: _id,
    column,
    icon: iconOf(county, _id),
    title,
    summary,
    who,
    howMuch,
    howToAsk,
    publishedOn,
    validUntil,
  })

export const presentArticle = (county: County, article: PublishedArticle): Article => ({
  ...presentCard(county)(article),
  body: article.body,
  sourceDocument: article.sourceDocument,
  sourceDate: article.sourceDate,
})

/** The drawing of the programme that an article explains. */
const iconOf = ({ programmes }: County, id: string): PolicyIcon | undefined =>
  programmes.find(({ article }) => article === id)?.icon ?? (id === 'family-doctor' ? 'doctor' : undefined)

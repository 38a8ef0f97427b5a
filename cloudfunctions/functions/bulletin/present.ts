import type { Article, ArticleCard } from '#contract/bulletin'
import type { StoredArticle } from '#store/articles'

export const presentCard = ({ _id, column, title, summary, who, howMuch, howToAsk, publishedOn }: StoredArticle): ArticleCard =>
  ({ id: _id, column, title, summary, who, howMuch, howToAsk, publishedOn })

export const presentArticle = (article: StoredArticle): Article =>
  ({ ...presentCard(article), body: article.body, sourceDocument: article.sourceDocument, validUntil: article.validUntil })

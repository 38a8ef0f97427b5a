import type { Article, ArticleCard } from '#contract/bulletin'
import type { StoredArticle } from '#store/articles'

export const presentCard = ({ _id, column, title, summary, who, howMuch, howToAsk, publishedOn, validUntil }: StoredArticle): ArticleCard =>
  ({ id: _id, column, title, summary, who, howMuch, howToAsk, publishedOn, validUntil })

export const presentArticle = (article: StoredArticle): Article =>
  ({ ...presentCard(article), body: article.body, sourceDocument: article.sourceDocument, sourceDate: article.sourceDate })

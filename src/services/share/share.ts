import type { ArticleCard } from '#contract/bulletin/actions'
import { paths } from '../pages/paths'

/** What WeChat and Alipay pass on: the page's name and address, and nothing of whoever shares it. */
export const shareOf = (
  id: string,
  article: Pick<ArticleCard, 'title' | 'summary'> | undefined,
): { title: string; desc?: string; path: string } => ({
  title: article?.title ?? '小康码',
  desc: article?.summary,
  path: paths.article(id),
})

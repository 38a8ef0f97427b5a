import { Empty } from '../../../ui/read/empty'
import { MoreButton } from '../../../ui/act/more-button'
import { usePull } from '../../../ui/read/use-pull'
import { WhenReady } from '../../../ui/read/when-ready'
import { ArticleCard } from './article-card'
import type { Column } from './use-articles'
import { useColumn } from './use-articles'

const nothing: Record<Column, string> = {
  policy: '还没有发布政策。发布以后，这里会写明谁能领、领多少、怎么领。',
  news: '还没有动态。县里、镇里有了新消息，会登在这里。',
}

export function ColumnList({ column }: { column: Column }) {
  const query = useColumn(column)
  usePull(query)
  return (
    <WhenReady query={query}>
      {({ pages }) => {
        const articles = pages.flatMap((page) => page.articles)
        return (
          <>
            {articles.length === 0 && <Empty>{nothing[column]}</Empty>}
            {articles.map((card) => (
              <ArticleCard key={card.id} card={card} />
            ))}
            <MoreButton query={query} />
          </>
        )
      }}
    </WhenReady>
  )
}

import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { WhenReady } from '../../ui/when-ready'
import { ArticleCard } from './article-card'
import type { Column, useColumn } from './use-bulletin'

const nothing: Record<Column, string> = {
  policy: '还没有发布政策。发布以后，这里会写明谁能领、领多少、怎么领。',
  news: '还没有动态。县里、镇里有了新消息，会登在这里。',
}

export const ColumnList = ({ column, query }: { column: Column; query: ReturnType<typeof useColumn> }) => (
  <WhenReady query={query}>
    {({ pages }) => {
      const articles = pages.flatMap((page) => page.articles)
      return (
        <>
          {articles.length === 0 && <Empty>{nothing[column]}</Empty>}
          {articles.map((card) => <ArticleCard key={card.id} card={card} />)}
          {query.hasNextPage && (
            <Button id="more" kind="second" busy={query.isFetchingNextPage && '正在打开…'} onPress={() => { void query.fetchNextPage() }}>再看 20 条</Button>
          )}
        </>
      )
    }}
  </WhenReady>
)

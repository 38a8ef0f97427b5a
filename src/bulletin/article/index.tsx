import { useRouter } from '@tarojs/taro'
import { ArticleView } from '../../features/bulletin/article-view'
import { useArticle } from '../../features/bulletin/use-bulletin'
import { Screen } from '../../features/reading/screen'
import { decoded } from '../../services/decoded'
import { usePull } from '../../ui/use-pull'
import { WhenReady } from '../../ui/when-ready'

export default function ArticlePage() {
  const { params } = useRouter()
  const query = useArticle(decoded(params['id'] ?? ''))
  usePull(query)
  return (
    <Screen title="政策和动态">
      <WhenReady query={query}>{(article) => <ArticleView article={article} />}</WhenReady>
    </Screen>
  )
}

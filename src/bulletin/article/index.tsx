import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { ArticleView } from '../../features/bulletin/article-view'
import { ShareArticle } from '../../features/bulletin/share-article'
import { Understood } from '../../features/bulletin/understood'
import { useArticle } from '../../features/bulletin/use-articles'
import { Screen } from '../../features/reading/screen'
import { decoded } from '../../services/decoded'
import { shareOf } from '../../services/share'
import { go, goInstead, paths } from '../../services/paths'
import { Button } from '../../ui/button'
import { usePull } from '../../ui/use-pull'
import { WhenReady } from '../../ui/when-ready'
import '../bulletin.scss'

export default function ArticlePage() {
  const { params } = useRouter()
  const id = decoded(params['id'] ?? '')
  const query = useArticle(id)
  usePull(query)
  useShareAppMessage(() => shareOf(id, query.data))
  return (
    <Screen title="政策和动态">
      <WhenReady query={query} instead={<Instead />}>
        {(article) => (
          <>
            <ArticleView article={article} />
            <ShareArticle article={article} />
            <Understood id={id} />
          </>
        )}
      </WhenReady>
    </Screen>
  )
}

/** An article that is gone: what there is, and how to find it. */
const Instead = () => (
  <>
    <Button id="see-policy" onPress={() => goInstead(paths.bulletin('policy'))}>看现有的政策</Button>
    <Button id="search" kind="second" onPress={() => go(paths.search())}>找一找</Button>
  </>
)

import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { ArticleView } from '../../features/public/bulletin/article-view'
import { ShareArticle } from '../../features/public/bulletin/share-article'
import { Understood } from '../../features/public/bulletin/understood'
import { useArticle } from '../../features/public/bulletin/use-articles'
import { Screen } from '../../features/public/reading/screen'
import { decoded } from '../../services/scan/decoded'
import { shareOf } from '../../services/share/share'
import { go, goInstead, paths } from '../../services/pages/paths'
import { Button } from '../../ui/act/button'
import { usePull } from '../../ui/read/use-pull'
import { WhenReady } from '../../ui/read/when-ready'
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
    <Button id="see-policy" onPress={() => goInstead(paths.bulletin('policy'))}>
      看现有的政策
    </Button>
    <Button id="search" kind="second" onPress={() => go(paths.search())}>
      找一找
    </Button>
  </>
)

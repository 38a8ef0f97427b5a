import { View } from '@tarojs/components'
import { Empty } from '../../ui/empty'
import { HelpLine } from '../../ui/help-line'
import { usePull } from '../../ui/use-pull'
import { WhenReady } from '../../ui/when-ready'
import { ArticleCard } from './article-card'
import { useSearch } from './use-articles'
import { useBulletinHome } from './use-bulletin'

/** What was found and what was looked for besides; where nothing was, what to try and whom to ask. */
export function SearchResults({ words }: { words: string }) {
  const query = useSearch(words)
  const help = useBulletinHome().data?.county.helpLine
  usePull(query)
  return (
    <WhenReady query={query} words="正在找…">
      {({ articles, also }) => (
        <>
          <View className="found" role="status">
            <View>{articles.length === 0 ? `没有找到写着“${words}”的` : `写着“${words}”的，找到 ${articles.length} 篇`}</View>
            {also.length > 0 && <View className="found__also">{`也找了：${also.join('、')}`}</View>}
          </View>
          {articles.length === 0 && <Empty>换个说法再找一次，写两三个字就行，例如“看病”“学费”。还是没有，就打电话问。</Empty>}
          {articles.map((card) => <ArticleCard key={card.id} card={card} />)}
          {articles.length === 0 && help && <HelpLine {...help} />}
        </>
      )}
    </WhenReady>
  )
}

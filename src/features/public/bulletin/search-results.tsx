import { View } from '@tarojs/components'
import { Empty } from '../../../ui/read/empty'
import { HelpLine } from '../../../ui/read/help-line'
import { usePull } from '../../../ui/read/use-pull'
import { WhenReady } from '../../../ui/read/when-ready'
import { ArticleCard } from './article-card'
import { useSearch } from './use-articles'
import { useBulletinHome } from './use-bulletin'

/** Only what was looked for counts as found; what merely looks like it is called so. */
const sayFound = (words: string, count: number, near: boolean): string => {
  if (count === 0) return `没有找到说“${words}”的`
  return near ? `没有找到说“${words}”的，这 ${count} 篇有点像` : `说“${words}”的，找到 ${count} 篇`
}

/** What was found and what was looked for besides; where nothing was, what to try and whom to ask. */
export function SearchResults({ words }: { words: string }) {
  const query = useSearch(words)
  const help = useBulletinHome().data?.county.helpLine
  usePull(query)
  return (
    <WhenReady query={query} words="正在找…">
      {({ articles, also, near }) => (
        <>
          <View className="found" role="status">
            <View>{sayFound(words, articles.length, near)}</View>
            {also.length > 0 && <View className="found__also">{`也找了：${also.join('、')}`}</View>}
          </View>
          {articles.length === 0 && <Empty>换个说法再找一次，写两三个字就行，例如“看病”“学费”。还是没有，就打电话问。</Empty>}
          {articles.map((card) => (
            <ArticleCard key={card.id} card={card} />
          ))}
          {articles.length === 0 && help && <HelpLine {...help} />}
        </>
      )}
    </WhenReady>
  )
}

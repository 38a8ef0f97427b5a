import { useRouter } from '@tarojs/taro'
import { SearchForm } from '../../features/bulletin/search-form'
import { SearchResults } from '../../features/bulletin/search-results'
import { Screen } from '../../features/reading/screen'
import { decoded } from '../../services/decoded'
import '../bulletin.scss'

export default function SearchPage() {
  const { params } = useRouter()
  const words = decoded(params['words'] ?? '')
  return (
    <Screen title="找政策">
      <SearchForm words={words} />
      {words !== '' && <SearchResults words={words} />}
    </Screen>
  )
}

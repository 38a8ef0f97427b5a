import { useRouter } from '@tarojs/taro'
import { SearchForm } from '../../features/public/bulletin/search-form'
import { SearchResults } from '../../features/public/bulletin/search-results'
import { Screen } from '../../features/public/reading/screen'
import { decoded } from '../../services/scan/decoded'
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

import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { ColumnList } from '../../features/public/bulletin/column-list'
import { SearchEntry } from '../../features/public/bulletin/search-entry'
import { Screen } from '../../features/public/reading/screen'
import { PublicAnswers } from '../../features/public/suggestions/public-answers'
import { Tabs } from '../../ui/read/tabs'
import '../bulletin.scss'

const tabs = [
  { id: 'policy', label: '政策' },
  { id: 'news', label: '动态' },
  { id: 'suggestion', label: '意见' },
] as const

export default function ColumnPage() {
  const { params } = useRouter()
  const [tab, setTab] = useState(() => (tabs.find(({ id }) => id === params['column']) ?? tabs[0]).id)
  return (
    <Screen title="政策、动态、意见">
      <SearchEntry />
      <Tabs tabs={tabs} chosen={tab} onChoose={setTab} />
      {tab === 'suggestion' ? <PublicAnswers /> : <ColumnList column={tab} />}
    </Screen>
  )
}

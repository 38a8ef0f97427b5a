import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { ColumnList } from '../../features/bulletin/column-list'
import type { Column } from '../../features/bulletin/use-bulletin'
import { useColumn } from '../../features/bulletin/use-bulletin'
import { Screen } from '../../features/reading/screen'
import { Tabs } from '../../ui/tabs'
import { usePull } from '../../ui/use-pull'

const tabs = [{ id: 'policy', label: '政策' }, { id: 'news', label: '动态' }] as const

export default function BulletinPage() {
  const { params } = useRouter()
  const [column, setColumn] = useState<Column>(params['column'] === 'news' ? 'news' : 'policy')
  const query = useColumn(column)
  usePull(query)
  return (
    <Screen title="政策和动态">
      <Tabs tabs={tabs} chosen={column} onChoose={setColumn} />
      <ColumnList column={column} query={query} />
    </Screen>
  )
}

import { CopyCards } from '../../features/own/data-copy/copy-cards'
import { useCopy } from '../../features/own/data-copy/use-copy'
import { Screen } from '../../features/public/reading/screen'
import { WhenReady } from '../../ui/read/when-ready'
import '../household.scss'

export default function CopyPage() {
  return (
    <Screen title="我的数据副本">
      <WhenReady query={useCopy()} words="正在把您家的内容找齐…">
        {(copy) => <CopyCards copy={copy} />}
      </WhenReady>
    </Screen>
  )
}

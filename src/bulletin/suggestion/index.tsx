import { useRouter } from '@tarojs/taro'
import { useBulletinHome } from '../../features/public/bulletin/use-bulletin'
import { Screen } from '../../features/public/reading/screen'
import { FindSuggestion } from '../../features/public/suggestions/find-suggestion'
import { HelpLine } from '../../ui/read/help-line'
import '../bulletin.scss'

export default function SuggestionPage() {
  const { params } = useRouter()
  const help = useBulletinHome().data?.county.helpLine
  return (
    <Screen title="查答复">
      <FindSuggestion receipt={params['receipt'] ?? ''} />
      {help && <HelpLine {...help} />}
    </Screen>
  )
}

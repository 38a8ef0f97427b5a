import { useRouter } from '@tarojs/taro'
import { useBulletinHome } from '../../features/bulletin/use-bulletin'
import { Screen } from '../../features/reading/screen'
import { FindSuggestion } from '../../features/suggestions/find-suggestion'
import { HelpLine } from '../../ui/help-line'
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

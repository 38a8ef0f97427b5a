import { useRouter } from '@tarojs/taro'
import { FindApplication } from '../../features/public/apply/find-application'
import { useBulletinHome } from '../../features/public/bulletin/use-bulletin'
import { Screen } from '../../features/public/reading/screen'
import { HelpLine } from '../../ui/read/help-line'
import '../bulletin.scss'

export default function ApplicationPage() {
  const { params } = useRouter()
  const help = useBulletinHome().data?.county.helpLine
  return (
    <Screen title="申请办到哪一步">
      <FindApplication receipt={params['receipt'] ?? ''} />
      {help && <HelpLine {...help} />}
    </Screen>
  )
}

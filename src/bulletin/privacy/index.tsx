import { PrivacyNotice } from '../../features/public/bulletin/privacy-notice'
import { usePrivacy } from '../../features/public/bulletin/use-bulletin'
import { Screen } from '../../features/public/reading/screen'
import { WhenReady } from '../../ui/read/when-ready'
import '../bulletin.scss'

export default function PrivacyPage() {
  const query = usePrivacy()
  return (
    <Screen title="隐私说明">
      <WhenReady query={query}>{(notice) => <PrivacyNotice notice={notice} />}</WhenReady>
    </Screen>
  )
}

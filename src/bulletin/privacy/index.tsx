import { PrivacyNotice } from '../../features/bulletin/privacy-notice'
import { usePrivacy } from '../../features/bulletin/use-bulletin'
import { Screen } from '../../features/reading/screen'
import { WhenReady } from '../../ui/when-ready'
import '../bulletin.scss'

export default function PrivacyPage() {
  const query = usePrivacy()
  return (
    <Screen title="隐私说明">
      <WhenReady query={query}>{(notice) => <PrivacyNotice notice={notice} />}</WhenReady>
    </Screen>
  )
}

import { Screen } from '../../features/public/reading/screen'
import { TrackReport } from '../../features/public/report/mailbox/track-report'
import { WhenOpen } from '../../features/public/report/when-open'
import './index.scss'

export default function TrackPage() {
  return (
    <Screen title="看举报的答复">
      <WhenOpen>
        <TrackReport />
      </WhenOpen>
    </Screen>
  )
}

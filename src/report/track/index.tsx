import { Screen } from '../../features/reading/screen'
import { TrackReport } from '../../features/report/track-report'
import { WhenOpen } from '../../features/report/when-open'
import './index.scss'

export default function TrackPage() {
  return <Screen title="看举报的答复"><WhenOpen><TrackReport /></WhenOpen></Screen>
}

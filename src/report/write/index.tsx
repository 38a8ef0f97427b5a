import { Screen } from '../../features/reading/screen'
import { WhenOpen } from '../../features/report/when-open'
import { WriteReport } from '../../features/report/write-report'
import './index.scss'

export default function ReportPage() {
  return <Screen title="我要举报"><WhenOpen><WriteReport /></WhenOpen></Screen>
}

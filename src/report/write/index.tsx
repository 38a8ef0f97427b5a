import { Screen } from '../../features/public/reading/screen'
import { WhenOpen } from '../../features/public/report/when-open'
import { WriteReport } from '../../features/public/report/write-report'
import './index.scss'

export default function ReportPage() {
  return (
    <Screen title="我要举报">
      <WhenOpen>
        <WriteReport />
      </WhenOpen>
    </Screen>
  )
}

import { CallList } from '../../features/field/calls/call-list'
import { Screen } from '../../features/public/reading/screen'

export default function CallsPage() {
  return (
    <Screen title="抽样回访">
      <CallList />
    </Screen>
  )
}

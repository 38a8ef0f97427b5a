import { useRouter } from '@tarojs/taro'
import { CallAt } from '../../features/field/calls/call-at'
import { Screen } from '../../features/public/reading/screen'
import { decoded } from '../../services/scan/decoded'

export default function CallPage() {
  return (
    <Screen title="问一声">
      <CallAt id={decoded(useRouter().params['id'] ?? '')} />
    </Screen>
  )
}

import { useRouter } from '@tarojs/taro'
import { CheckAt } from '../../features/field/checks/check-at'
import { Screen } from '../../features/public/reading/screen'
import { decoded } from '../../services/scan/decoded'

export default function CheckPage() {
  return (
    <Screen title="填入户核查">
      <CheckAt id={decoded(useRouter().params['id'] ?? '')} />
    </Screen>
  )
}

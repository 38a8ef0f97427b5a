import { useRouter } from '@tarojs/taro'
import { PlanAt } from '../../features/field/plans/plan-at'
import { Screen } from '../../features/public/reading/screen'
import { decoded } from '../../services/scan/decoded'

export default function PlanPage() {
  return (
    <Screen title="帮扶计划">
      <PlanAt householdId={decoded(useRouter().params['home'] ?? '')} />
    </Screen>
  )
}

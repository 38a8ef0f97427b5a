import { CheckList } from '../../features/field/checks/check-list'
import { Screen } from '../../features/public/reading/screen'

export default function ChecksPage() {
  return (
    <Screen title="入户核查">
      <CheckList />
    </Screen>
  )
}

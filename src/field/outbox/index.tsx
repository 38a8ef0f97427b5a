import { OutboxList } from '../../features/field/visits/outbox-list'
import { Screen } from '../../features/public/reading/screen'

export default function OutboxPage() {
  return (
    <Screen title="还没传的">
      <OutboxList />
    </Screen>
  )
}

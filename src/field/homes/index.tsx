import { HomeList } from '../../features/field/visits/home-list'
import { Screen } from '../../features/public/reading/screen'

export default function HomesPage() {
  return (
    <Screen title="我的户">
      <HomeList />
    </Screen>
  )
}

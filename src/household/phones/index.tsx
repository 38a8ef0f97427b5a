import { NewsCards } from '../../features/own/phones/news-cards'
import { PhoneList } from '../../features/own/phones/phone-list'
import { usePhones } from '../../features/own/phones/use-phones'
import { Screen } from '../../features/public/reading/screen'
import { usePull } from '../../ui/read/use-pull'
import { WhenReady } from '../../ui/read/when-ready'

export default function PhonesPage() {
  const query = usePhones()
  usePull(query)
  return (
    <Screen title="我的手机">
      <NewsCards />
      <WhenReady query={query}>{({ phones }) => <PhoneList phones={phones} />}</WhenReady>
    </Screen>
  )
}

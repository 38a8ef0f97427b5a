import { NewsCards } from '../../features/phones/news-cards'
import { PhoneList } from '../../features/phones/phone-list'
import { usePhones } from '../../features/phones/use-phones'
import { Screen } from '../../features/reading/screen'
import { usePull } from '../../ui/use-pull'
import { WhenReady } from '../../ui/when-ready'

export default function PhonesPage() {
  const query = usePhones()
  usePull(query)
  return <Screen title="我的手机"><NewsCards /><WhenReady query={query}>{({ phones }) => <PhoneList phones={phones} />}</WhenReady></Screen>
}

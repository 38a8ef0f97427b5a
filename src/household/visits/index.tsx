import { useRouter } from '@tarojs/taro'
import { OwnVisits } from '../../features/own/visits/own-visits'
import { useOwnVisits } from '../../features/own/visits/use-own-visits'
import { Screen } from '../../features/public/reading/screen'
import { decoded } from '../../services/scan/decoded'
import { usePull } from '../../ui/read/use-pull'
import { WhenReady } from '../../ui/read/when-ready'
import '../household.scss'

/** Who came to the own household; with `proxyId` to one that lets this account see who helps it. */
export default function VisitsPage() {
  const { params } = useRouter()
  const proxyId = params['proxyId'] ? decoded(params['proxyId']) : undefined
  const query = useOwnVisits(proxyId)
  usePull(query)
  return (
    <Screen title={proxyId === undefined ? '谁来看过我们' : '谁来看过他们'}>
      <WhenReady query={query}>{(visits) => <OwnVisits visits={visits} proxyId={proxyId} />}</WhenReady>
    </Screen>
  )
}

import { Proxies } from '../../features/own/proxies/proxies'
import { useProxies } from '../../features/own/proxies/use-proxies'
import { Screen } from '../../features/public/reading/screen'
import { usePull } from '../../ui/read/use-pull'
import { WhenReady } from '../../ui/read/when-ready'

export default function ProxiesPage() {
  const query = useProxies()
  usePull(query)
  return (
    <Screen title="让家人看">
      <WhenReady query={query}>{({ proxies }) => <Proxies proxies={proxies} />}</WhenReady>
    </Screen>
  )
}

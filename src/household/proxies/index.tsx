import { Proxies } from '../../features/proxies/proxies'
import { useProxies } from '../../features/proxies/use-proxies'
import { Screen } from '../../features/reading/screen'
import { usePull } from '../../ui/use-pull'
import { WhenReady } from '../../ui/when-ready'

export default function ProxiesPage() {
  const query = useProxies()
  usePull(query)
  return <Screen title="让家人看"><WhenReady query={query}>{({ proxies }) => <Proxies proxies={proxies} />}</WhenReady></Screen>
}

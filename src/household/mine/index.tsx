import { useRouter } from '@tarojs/taro'
import { GoingOn } from '../../features/own/cases/going-on'
import { HouseholdFile } from '../../features/own/household/household-file'
import { useMine } from '../../features/own/household/use-household'
import { NewsCards } from '../../features/own/phones/news-cards'
import { Screen } from '../../features/public/reading/screen'
import { decoded } from '../../services/scan/decoded'
import { go, paths } from '../../services/pages/paths'
import { usePull } from '../../ui/read/use-pull'
import { WhenReady } from '../../ui/read/when-ready'
import '../household.scss'

/** The own household; with `proxyId` one that a relative lets this account see. */
export default function MinePage() {
  const { params } = useRouter()
  const proxyId = params['proxyId'] && decoded(params['proxyId'])
  const mine = useMine(true, proxyId)
  usePull(mine)
  return (
    <Screen title={proxyId ? '家人的一户' : '我的一户'}>
      {!proxyId && <NewsCards />}
      {(!proxyId || mine.data?.can.see.includes('policies')) && <GoingOn proxyId={proxyId} />}
      <WhenReady query={mine}>
        {(file) => <HouseholdFile file={file} onDetails={() => go(paths.money(proxyId))} onVisits={() => go(paths.visits(proxyId))} />}
      </WhenReady>
    </Screen>
  )
}

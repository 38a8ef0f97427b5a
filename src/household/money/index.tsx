import { useRouter } from '@tarojs/taro'
import { OwnMoney } from '../../features/own/household/money/own-money'
import { useOwnMoney } from '../../features/own/household/money/use-own-money'
import { Screen } from '../../features/public/reading/screen'
import { decoded } from '../../services/scan/decoded'
import { usePull } from '../../ui/read/use-pull'
import { WhenReady } from '../../ui/read/when-ready'
import '../household.scss'

/** The own household's money, line by line; with `proxyId` that of one whose money a relative lets this account see. */
export default function MoneyPage() {
  const { params } = useRouter()
  const proxyId = params['proxyId'] ? decoded(params['proxyId']) : undefined
  const query = useOwnMoney(proxyId)
  usePull(query)
  return (
    <Screen title={proxyId === undefined ? '我的钱' : '家人的钱'}>
      <WhenReady query={query}>{(money) => <OwnMoney money={money} proxyId={proxyId} />}</WhenReady>
    </Screen>
  )
}

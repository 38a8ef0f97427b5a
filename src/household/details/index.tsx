import { useRouter } from '@tarojs/taro'
import type { HouseholdFile } from '#contract/household/actions'
import { readCodeToken } from '#domain/access/code-token'
import { AllPayments } from '../../features/own/household/money-part'
import { dayFor } from '../../features/own/household/says'
import { seenBehind, useMine } from '../../features/own/household/use-household'
import { Screen } from '../../features/public/reading/screen'
import { decoded } from '../../services/scan/decoded'
import { goInstead, paths } from '../../services/pages/paths'
import { Button } from '../../ui/act/button'
import { Empty } from '../../ui/read/empty'
import { WhenReady } from '../../ui/read/when-ready'
import '../household.scss'

/**
 * Every payment of twelve months, on a page of its own: 返回 leads back to the file. A file reached by its card is the one on the
 * page before; nothing is asked again.
 */
export default function DetailsPage() {
  const { params } = useRouter()
  const token = readCodeToken(params['token'] ?? '')
  const mine = useMine(token === undefined, params['proxyId'] && decoded(params['proxyId']))
  const seen = token && seenBehind(token)
  return (
    <Screen title="每一笔钱">
      {token === undefined ? (
        <WhenReady query={mine}>{(file) => <Payments file={file} />}</WhenReady>
      ) : seen ? (
        <Payments file={seen} />
      ) : (
        <Button id="see-file" onPress={() => goInstead(paths.code(token))}>
          打开这一户
        </Button>
      )}
    </Screen>
  )
}

const Payments = ({ file }: { file: HouseholdFile }) =>
  file.money && file.money.length > 0 ? (
    <AllPayments lines={file.money} day={dayFor(file)} own={file.can.own} />
  ) : (
    <Empty>近 12 个月没有发放记录。</Empty>
  )

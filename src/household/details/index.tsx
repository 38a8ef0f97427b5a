import { useRouter } from '@tarojs/taro'
import type { HouseholdFile } from '#contract/household/actions'
import { readCodeToken } from '#domain/access/code-token'
import { AllPayments } from '../../features/own/household/money-part'
import { readerOf } from '../../features/own/household/payment-row'
import { dayFor } from '../../features/own/household/says'
import { seenBehind } from '../../features/own/household/use-household'
import { Screen } from '../../features/public/reading/screen'
import { goInstead, paths } from '../../services/pages/paths'
import { Button } from '../../ui/act/button'
import { Empty } from '../../ui/read/empty'
import '../household.scss'

/**
 * Every payment of twelve months of a file that was reached by its card, on a page of its own: 返回 leads back to the file, which is the
 * one on the page before; nothing is asked again.
 */
export default function DetailsPage() {
  const token = readCodeToken(useRouter().params['token'] ?? '')
  const seen = token && seenBehind(token)
  return (
    <Screen title="每一笔钱">
      {seen ? (
        <Payments file={seen} />
      ) : (
        <Button id="see-file" onPress={() => goInstead(token ? paths.code(token) : paths.home)}>
          {token ? '打开这一户' : '去首页'}
        </Button>
      )}
    </Screen>
  )
}

const Payments = ({ file }: { file: HouseholdFile }) =>
  file.money && file.money.length > 0 ? (
    <AllPayments lines={file.money} day={dayFor(file)} as={readerOf(file.relation)} />
  ) : (
    <Empty>近 12 个月没有发放记录。</Empty>
  )

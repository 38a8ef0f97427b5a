import { useRouter } from '@tarojs/taro'
import { householdParts } from '#domain/register'
import { useMine } from '../../features/household/use-household'
import { Screen } from '../../features/reading/screen'
import { CorrectionForm } from '../../features/requests/correction-form'
import { RequestList } from '../../features/requests/request-list'
import { useRequests } from '../../features/requests/use-requests'
import { decoded } from '../../services/decoded'
import { usePull } from '../../ui/use-pull'
import { WhenReady } from '../../ui/when-ready'
import '../household.scss'

export default function RequestsPage() {
  const { params } = useRouter()
  const query = useRequests()
  const { data: mine } = useMine()
  usePull(query)
  const payment = params['payment']
  return (
    <Screen title="我的更正和投诉">
      <WhenReady query={query}>
        {({ requests }) => (
          <>
            <CorrectionForm part={householdParts.find((part) => part === params['part'])} payment={payment && decoded(payment)} payments={mine?.money ?? []} />
            <RequestList requests={requests} />
          </>
        )}
      </WhenReady>
    </Screen>
  )
}

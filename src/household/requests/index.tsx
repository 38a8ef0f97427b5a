import { useMine } from '../../features/own/household/use-household'
import { Screen } from '../../features/public/reading/screen'
import { CorrectionForm } from '../../features/own/requests/correction-form'
import { RequestList } from '../../features/own/requests/request-list'
import { useRequests } from '../../features/own/requests/use-requests'
import { usePull } from '../../ui/read/use-pull'
import { WhenReady } from '../../ui/read/when-ready'
import '../household.scss'

export default function RequestsPage() {
  const query = useRequests()
  const { data: mine } = useMine()
  usePull(query)
  return (
    <Screen title="我的更正和投诉">
      <WhenReady query={query}>
        {({ requests }) => (
          <>
            <CorrectionForm payments={mine?.money ?? []} awards={mine?.awards ?? []} />
            <RequestList requests={requests} />
          </>
        )}
      </WhenReady>
    </Screen>
  )
}

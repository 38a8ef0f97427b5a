import { useRouter } from '@tarojs/taro'
import { tokenInScan } from '#domain/access/code-token'
import { MendVisit } from '../../features/field/visits/mend-visit'
import { VisitHome } from '../../features/field/visits/visit-home'
import { Screen } from '../../features/public/reading/screen'
import { decoded } from '../../services/scan/decoded'
import './index.scss'

export default function VisitPage() {
  const { home, token, mend } = useRouter().params
  return (
    <Screen title="走访">
      {mend !== undefined ? (
        <MendVisit id={decoded(mend)} />
      ) : (
        <VisitHome id={home === undefined ? undefined : decoded(home)} token={tokenInScan(decoded(token ?? ''))} />
      )}
    </Screen>
  )
}

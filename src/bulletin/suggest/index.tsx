import { useRouter } from '@tarojs/taro'
import { usePlace } from '../../features/public/place/use-place'
import { Screen } from '../../features/public/reading/screen'
import { Suggest } from '../../features/public/suggestions/suggest'
import { decoded } from '../../services/scan/decoded'
import '../bulletin.scss'

/** Begun at a poster, the page knows which village is meant. */
export default function SuggestPage() {
  const { params } = useRouter()
  const code = params['place']
  const place = usePlace(code).data?.place
  return (
    <Screen title="提意见">
      <Suggest
        place={code === undefined ? undefined : { code, name: place && place.town + place.name }}
        caseId={params['case'] && decoded(params['case'])}
      />
    </Screen>
  )
}

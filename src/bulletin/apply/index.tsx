import { useRouter } from '@tarojs/taro'
import { Apply } from '../../features/public/apply/apply'
import { usePlace } from '../../features/public/place/use-place'
import { Screen } from '../../features/public/reading/screen'
import { go, paths } from '../../services/pages/paths'
import { Link } from '../../ui/act/link'
import '../bulletin.scss'

/** Begun at a poster, the page knows where one lives. */
export default function ApplyPage() {
  const code = useRouter().params['place']
  const place = usePlace(code).data?.place
  return (
    <Screen title="我要申请">
      <Apply place={code !== undefined && place ? { code, name: place.town + place.name } : undefined} />
      <Link id="find-my-application" onPress={() => go(paths.application())}>
        申请过了，凭回执号看办到哪一步
      </Link>
    </Screen>
  )
}

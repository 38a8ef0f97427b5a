import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { useBulletinHome } from '../../features/bulletin/use-bulletin'
import { PlaceView } from '../../features/place/place-view'
import { Screen } from '../../features/reading/screen'
import { BadCode } from '../../features/scan-code/bad-code'
import { placeIn } from '../../services/scanned-place'
import '../bulletin.scss'

/** Where a poster leads. */
export default function PlacePage() {
  const { params } = useRouter()
  const [place] = useState(() => placeIn(params))
  const help = useBulletinHome().data?.county.helpLine
  return <Screen title="小康码">{place ? <PlaceView place={place} help={help} /> : <BadCode />}</Screen>
}

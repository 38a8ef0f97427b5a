import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { useBulletinHome } from '../../features/public/bulletin/use-bulletin'
import { PlaceView } from '../../features/public/place/place-view'
import { Screen } from '../../features/public/reading/screen'
import { BadCode } from '../../features/public/scan-code/bad-code'
import { placeIn } from '../../services/scan/scanned-place'
import '../bulletin.scss'

/** Where a poster leads. */
export default function PlacePage() {
  const { params } = useRouter()
  const [place] = useState(() => placeIn(params))
  const help = useBulletinHome().data?.county.helpLine
  return <Screen title="小康码">{place ? <PlaceView place={place} help={help} /> : <BadCode />}</Screen>
}

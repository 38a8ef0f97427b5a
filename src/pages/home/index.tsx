import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useBulletinHome } from '../../features/bulletin/use-bulletin'
import { MineRow } from '../../features/household/mine-row'
import { useMe } from '../../features/identity/use-me'
import { ElderSwitch } from '../../features/reading/elder-switch'
import { Screen } from '../../features/reading/screen'
import { ScanPanel } from '../../features/scan-code/scan-panel'
import { takeArrival } from '../../services/arrival'
import { go, pathOfScan, paths } from '../../services/paths'
import { Card } from '../../ui/card'
import { Heading } from '../../ui/heading'
import { HelpLine } from '../../ui/help-line'
import { KeptLine } from '../../ui/kept-line'
import { PublicRows } from '../../ui/public-rows'
import { Row } from '../../ui/row'
import { usePull } from '../../ui/use-pull'

export default function HomePage() {
  const bulletin = useBulletinHome()
  const me = useMe()
  usePull(bulletin, me)
  useDidShow(() => {
    const scanned = takeArrival()
    if (scanned !== undefined) go(pathOfScan(scanned))
  })
  const home = bulletin.data
  return (
    <Screen>
      <View className="home-top">
        <Heading level={1}>{home ? `小康码 · ${home.county.name}` : '小康码'}</Heading>
        <ElderSwitch />
      </View>
      <KeptLine query={bulletin} />
      <ScanPanel />
      <MineRow me={me.data} />
      <Card>
        <PublicRows policy={home?.policy[0]?.title} news={home?.news[0]?.title} reports={home?.county.reports ?? false} />
        <Row id="see-me" note={me.data?.title ?? '登录、字的大小'} onPress={() => go(paths.me())}>我的</Row>
      </Card>
      {home && <HelpLine {...home.county.helpLine} />}
    </Screen>
  )
}

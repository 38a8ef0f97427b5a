import { useState } from 'react'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useBulletinHome } from '../../features/bulletin/use-bulletin'
import { MineCard } from '../../features/household/mine-card'
import { WayIn } from '../../features/household/way-in'
import { useMe } from '../../features/identity/use-me'
import { ElderSwitch } from '../../features/reading/elder-switch'
import { Screen } from '../../features/reading/screen'
import { useReading } from '../../features/reading/use-reading'
import { ScanPanel } from '../../features/scan-code/scan-panel'
import { WorkCards } from '../../features/work/work-cards'
import { takeArrival } from '../../services/arrival'
import { go, pathOfScan, paths } from '../../services/paths'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Heading } from '../../ui/heading'
import { HelpLine } from '../../ui/help-line'
import { KeptLine } from '../../ui/kept-line'
import { PublicRows } from '../../ui/public-rows'
import { RelativeRows } from '../../ui/relative-rows'
import { Row } from '../../ui/row'
import { usePull } from '../../ui/use-pull'

/** The money first for whom it concerns, else the way to scan. In 长辈版: money, call, scan; the rest waits behind one button. */
export default function HomePage() {
  const bulletin = useBulletinHome()
  const me = useMe()
  const { elder } = useReading()
  const [more, setMore] = useState(false)
  usePull(bulletin, me)
  useDidShow(() => {
    const scanned = takeArrival()
    if (scanned !== undefined) go(pathOfScan(scanned))
  })
  const home = bulletin.data
  const { farmer = false, worker, relatives = [] } = me.data ?? {}
  const known = farmer || worker !== undefined || relatives.length > 0
  const help = home && <HelpLine {...home.county.helpLine} />
  return (
    <Screen>
      <View className="home-top">
        <Heading level={1}>{home ? `小康码 · ${home.county.name}` : '小康码'}</Heading>
        <ElderSwitch />
      </View>
      <KeptLine query={bulletin} />
      {farmer && <MineCard />}
      {worker && <WorkCards />}
      {relatives.length > 0 && <Card><RelativeRows relatives={relatives} /></Card>}
      {elder && farmer && help}
      <ScanPanel beside={known} />
      {!known && <WayIn />}
      {elder && !farmer && help}
      {elder && !more
        ? <Button id="more" kind="second" onPress={() => setMore(true)}>更多：政策、意见、我的</Button>
        : (
          <Card>
            <PublicRows policy={home?.policy[0]?.title} news={home?.news[0]?.title} reports={home?.county.reports ?? false} />
            <Row id="see-me" icon="me" note={me.data?.title ?? '登录、字的大小'} onPress={() => go(paths.me())}>我的</Row>
          </Card>
        )}
      {!elder && help}
    </Screen>
  )
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useBulletinHome } from '../../features/public/bulletin/use-bulletin'
import { MineCard } from '../../features/own/household/mine-card'
import { WayIn } from '../../features/own/household/way-in'
import { useMe } from '../../features/own/identity/use-me'
import { ElderSwitch } from '../../features/public/reading/elder-switch'
import { Screen } from '../../features/public/reading/screen'
import { useReading } from '../../features/public/reading/use-reading'
import { ScanPanel } from '../../features/public/scan-code/scan-panel'
import { WorkCards } from '../../features/field/work/work-cards'
import { takeArrival } from '../../services/scan/arrival'
import { go, pathOfScan, paths } from '../../services/pages/paths'
import { Button } from '../../ui/act/button'
import { Card } from '../../ui/read/card'
import { Heading } from '../../ui/read/heading'
import { HelpLine } from '../../ui/read/help-line'
import { KeptLine } from '../../ui/read/kept-line'
import { PublicRows } from '../../ui/read/public-rows'
import { RelativeRows } from '../../ui/read/relative-rows'
import { Row } from '../../ui/read/row'
import { usePull } from '../../ui/read/use-pull'

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
      {relatives.length > 0 && (
        <Card>
          <RelativeRows relatives={relatives} />
        </Card>
      )}
      {elder && farmer && help}
      <ScanPanel beside={known} />
      {!known && <WayIn />}
      {elder && !farmer && help}
      {elder && !more ? (
        <Button id="more" kind="second" onPress={() => setMore(true)}>
          更多：政策、意见、我的
        </Button>
      ) : (
        <Card>
          <PublicRows policy={home?.policy[0]?.title} news={home?.news[0]?.title} reports={home?.county.reports ?? false} />
          <Row id="see-me" icon="me" note={me.data?.title ?? '登录、字的大小'} onPress={() => go(paths.me())}>
            我的
          </Row>
        </Card>
      )}
      {!elder && help}
    </Screen>
  )
}

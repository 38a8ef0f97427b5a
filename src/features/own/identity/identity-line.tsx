import { View } from '@tarojs/components'
import type { Me } from '#contract/identity/actions'
import { sayMoment } from '../../../services/wire/clock'
import { go, goAnew, paths } from '../../../services/pages/paths'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { RelativeRows } from '../../../ui/read/relative-rows'
import { Row } from '../../../ui/read/row'

/** Who is signed in, in one line, and what they most likely want next. */
export const IdentityLine = ({ me }: { me: Me }) => (
  <Card>
    <View id="identity" className="identity">
      {me.title ?? '已登录'}
    </View>
    {me.worker && me.worker.areas.length > 0 && <View className="identity__more">{`负责：${me.worker.areas.join('、')}`}</View>}
    {me.until !== undefined && <View className="identity__more">{`登录有效到 ${sayMoment(Date.parse(me.until))}`}</View>}
    {me.officer && (
      <View className="below">
        <Notice id="office-words">{`您是${me.officer.agency}的人。查询、授权、导出，请在单位内网的电脑上打开办公页面办，手机上不办。`}</Notice>
      </View>
    )}
    {me.farmer && (
      <Row id="see-mine" icon="home" onPress={() => go(paths.mine())}>
        看我家的钱和政策
      </Row>
    )}
    <RelativeRows relatives={me.relatives} />
    {me.worker && (
      <Row id="go-scan" onPress={() => goAnew(paths.home)}>
        回首页扫农户的码
      </Row>
    )}
  </Card>
)

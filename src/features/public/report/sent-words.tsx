import { View } from '@tarojs/components'
import type { Day } from '#domain/time/dates'
import { daysAfter, sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { county } from '../../../services/built-in/county'
import { goAnew, goInstead, paths } from '../../../services/pages/paths'
import type { Draft } from '../../../services/keep/report-drafts'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Status } from '../../../ui/read/status'
import { browserAddress } from './when-open'

/** Until when it must have been opened. */
const openedBy = (): Day => daysAfter(today(), county.reports.openDays)

const traces = {
  weapp: '在微信“发现—小程序”里找到“小康码”，向左滑，删掉。',
  alipay: '在支付宝“我的小程序”里找到“小康码”，删掉。',
  h5: '关掉这一页，再到浏览器的“历史记录”里删掉它。',
}
const howToClear = traces[(process.env.TARO_ENV ?? 'h5') as keyof typeof traces] ?? traces.h5

/** All of it is with the county: a report, or something added to one. */
export const SentWords = ({ action }: { action: Draft['action'] }) => (
  <Card title="送到了">
    <View className="choices">
      <Status kind="done" words={action === 'submit' ? `${sayDay(openedBy(), today())}以前会有人打开看` : '补充送到了'} />
      <View className="below">{`看答复：用哪部手机都行。打开 ${browserAddress} 或这里，按“凭回执号看答复”，输入 20 位回执号。`}</View>
      <View className="below">{`清掉记录：${howToClear}抄回执号的纸和照片收好。`}</View>
      <View className="below">
        <Button id="see-answers" kind="second" onPress={() => goInstead(paths.track)}>
          凭回执号看答复
        </Button>
      </View>
      <View className="below">
        <Button id="leave" kind="quiet" onPress={() => goAnew(paths.home)}>
          回首页
        </Button>
      </View>
    </View>
  </Card>
)

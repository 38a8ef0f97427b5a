import { View } from '@tarojs/components'
import type { PlacePage } from '#contract/bulletin/actions'
import { today } from '../../../services/wire/clock'
import { go, paths } from '../../../services/pages/paths'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Link } from '../../../ui/act/link'
import { sayNotice, sayWhen } from './says'

interface Props {
  page: PlacePage
  phone: string | undefined
}

/** 公示: who came onto the register and who left it, with one character of the name; and what to do if that is not right. */
export const NoticesPart = ({ page: { place, notices, noticeDays }, phone }: Props) => (
  <Card title="公示">
    {notices.length === 0 && <Empty>{`最近 ${noticeDays} 天没有新的公示。谁家新进了名册、谁家退出，会登在这里，名字只写一个字。`}</Empty>}
    {notices.map((notice, i) => (
      <View key={i} className="notice-line">
        <View className="notice-line__who">{`${notice.name}：${sayNotice(notice)}`}</View>
        <View>{notice.reason}</View>
        <View className="row__note">{sayWhen(notice, today())}</View>
        {notice.showing && (
          <Link id={`object-${i}`} onPress={() => go(paths.suggest(place.code, notice.showing!.caseId))}>
            有不同意见
          </Link>
        )}
      </View>
    ))}
    {notices.length > 0 && (
      <View className="totals__small">{`每条公示 ${noticeDays} 天。觉得不对，${phone === undefined ? '' : `打 ${phone}，或者`}写下来告诉我们：`}</View>
    )}
    {notices.length > 0 && (
      <Link id="notice-wrong" onPress={() => go(paths.suggest(place.code))}>
        公示不对，我要说
      </Link>
    )}
  </Card>
)

import { View } from '@tarojs/components'
import type { HouseholdFile as File } from '#contract/household/actions'
import type { CodeToken } from '#domain/access/code-token'
import { spoken } from '#domain/money/ledger'
import { categoryNames } from '#domain/register/register'
import { sayMoment } from '../../../services/wire/clock'
import { Heading } from '../../../ui/read/heading'
import { SpeakButton } from '../../../ui/act/speak-button'
import { DividendsPart } from './dividends-part'
import { ConfirmRow } from './confirm-row'
import { HelpersPart } from './helpers-part'
import { MembersPart } from './members-part'
import { MoneyPart } from './money-part'
import { OwnRows } from './own-rows'
import { PoliciesPart } from './policies-part'
import { HeadlineWords } from './headline-words'
import { dayFor, headlineOf } from './says'

/**
 * A household's file. What the caller may not see or do is not in it, and not drawn. `token`: the card through which it was
 * reached; `onDetails` opens all its payments.
 */
export function HouseholdFile({ file, token, onDetails }: { file: File; token?: CodeToken; onDetails?: () => void }) {
  const day = dayFor(file)
  const first = headlineOf(file)
  return (
    <>
      <View className="file-top">
        <Heading level={1}>{`${file.head}一家`}</Heading>
        <View className="file-top__where">
          {[file.town, file.village, file.category && categoryNames[file.category]].filter(Boolean).join(' · ')}
        </View>
        {file.headLeft && (
          <View className="file-top__where">{`户主${file.headLeft.died ? '已故' : '已退出名册'}，户主待更换。请带户口本到村便民服务中心登记新户主，钱和帮扶不会因此停。`}</View>
        )}
        <View className="file-top__when">{`更新于 ${sayMoment(Date.parse(file.updatedAt), day)}`}</View>
      </View>
      {first && (
        <View className={`headline headline--${first.standing}`}>
          <HeadlineWords of={first} />
          <SpeakButton sentences={[`${file.head}一家。`, ...spoken(first)]} />
        </View>
      )}
      {file.money && <MoneyPart lines={file.money} day={day} own={file.can.own} onDetails={onDetails} />}
      <View className="parts">
        {file.dividends && <DividendsPart lines={file.dividends} />}
        {file.policies && <PoliciesPart policies={file.policies} money={file.money} dividends={file.dividends} day={day} />}
        {file.helpers && <HelpersPart helpers={file.helpers} day={day} />}
        {file.members && <MembersPart members={file.members} />}
      </View>
      {file.can.own && <OwnRows />}
      {file.can.confirm && token && <ConfirmRow token={token} />}
    </>
  )
}

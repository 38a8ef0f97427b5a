import { Fragment } from 'react'
import { View } from '@tarojs/components'
import type { HouseholdFile as File } from '#contract/household/actions'
import type { CodeToken } from '#domain/access/code-token'
import { spoken } from '#domain/money/ledger'
import { householdParts } from '#domain/register/register'
import { sayMoment } from '../../../services/wire/clock'
import { Heading } from '../../../ui/read/heading'
import { SpeakButton } from '../../../ui/act/speak-button'
import { ConfirmRow } from './confirm-row'
import { drawPart } from './draw-part'
import { OwnRows } from './own-rows'
import { HeadlineWords } from './headline-words'
import type { MarkOf } from './mark-of'
import { dayFor, headlineOf, saySaid } from './says'

/** The money stands first and as wide as the page; the other parts beside each other where there is room. */
const others = householdParts.filter((part) => part !== 'money')

interface Props {
  file: File
  token?: CodeToken
  onDetails?: () => void
  onVisits?: () => void
  mark?: MarkOf
}

/**
 * A household's file. What the caller may not see or do is not in it, and not drawn. `token`: the card through which it was
 * reached; `onDetails` opens all its payments, `onVisits` who came. `mark`: what an officer finds at a value that several sources have.
 */
export function HouseholdFile({ file, token, onDetails, onVisits, mark }: Props) {
  const day = dayFor(file)
  const first = headlineOf(file)
  const shown = { file, day, onDetails, onVisits, mark }
  return (
    <>
      <View className="file-top">
        <View className="file-top__name">
          <Heading level={1}>{`${file.head}一家`}</Heading>
          {mark?.('name')}
        </View>
        <View className="file-top__where">
          {[file.town, file.village].filter(Boolean).join(' · ')}
          {mark?.('home')}
          {file.category && ` · ${file.category}`}
          {mark?.('category')}
        </View>
        {file.headLeft && (
          <View className="file-top__where">{`户主${file.headLeft.died ? '已故' : '已退出名册'}，户主待更换。请带户口本到村便民服务中心登记新户主，钱和帮扶不会因此停。`}</View>
        )}
        {file.said && <View className="file-top__when">{saySaid(file.said, '名册', day)}</View>}
        <View className="file-top__when">{`更新于 ${sayMoment(Date.parse(file.updatedAt), day)}`}</View>
      </View>
      {first && (
        <View className={`headline headline--${first.standing}`}>
          <HeadlineWords of={first} />
          <SpeakButton sentences={[`${file.head}一家。`, ...spoken(first)]} />
        </View>
      )}
      {drawPart.money(shown)}
      <View className="parts">
        {others.map((part) => (
          <Fragment key={part}>{drawPart[part](shown)}</Fragment>
        ))}
      </View>
      {file.can.own && <OwnRows />}
      {file.can.confirm && token && <ConfirmRow token={token} />}
    </>
  )
}

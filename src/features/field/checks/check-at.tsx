import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CheckAt as At } from '#contract/field/actions'
import { caseKindNames } from '#domain/work/cases'
import { CallButton } from '../../../ui/act/call-button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { CheckForm } from './check-form'
import { useCheckAt } from './use-checks'

/** Whom to ask for, what to look at, and the form. */
export function CheckAt({ id }: { id: string }) {
  const query = useCheckAt(id)
  const [sent, setSent] = useState(false)
  if (sent)
    return (
      <Card title="记下来了">
        <Notice id="check-sent">这次入户核查已经送到镇里，接着往下办。</Notice>
      </Card>
    )
  return (
    <WhenReady query={query}>
      {(at) => (
        <>
          <Whom at={at} />
          <CheckForm id={id} people={at.members.length} onSent={() => setSent(true)} />
        </>
      )}
    </WhenReady>
  )
}

const Whom = ({ at: { who, village, kind, members, phone, hardship, words, asked } }: { at: At }) => (
  <Card title={`${village}：${caseKindNames[kind]}`}>
    {members.length === 0 && <View className="work__line">{who}</View>}
    {members.map(({ name, relation }, i) => (
      <View key={i} className="work__line work__line--two">
        <View>{name}</View>
        <View className="row__note">{relation}</View>
      </View>
    ))}
    {hardship !== undefined && <View className="work__line">{`说难在：${[hardship, words].filter(Boolean).join('。')}`}</View>}
    {asked !== undefined && <View className="work__line">{`镇里说：${asked}`}</View>}
    {phone !== undefined && <CallButton phone={phone.split('/')[0]!} whom="申请的人" />}
    <View className="below">
      <View className="row__note">打开这一件已经记了一笔。</View>
    </View>
  </Card>
)

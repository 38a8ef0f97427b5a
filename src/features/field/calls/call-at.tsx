import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CallAt as At } from '#contract/field/actions'
import { callAnswerNames, type CallAnswer } from '#domain/work/callbacks'
import { Button } from '../../../ui/act/button'
import { CallButton } from '../../../ui/act/call-button'
import { Link } from '../../../ui/act/link'
import { Card } from '../../../ui/read/card'
import { Money } from '../../../ui/read/money'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { Answers } from './answers'
import { useCallAt, useHeard } from './use-calls'
import { goBack } from '../../../services/pages/paths'

/** Whom to call, what to ask, and one tap for what was heard. */
export function CallAt({ id }: { id: string }) {
  const query = useCallAt(id)
  const heard = useHeard()
  const [noted, setNoted] = useState<CallAnswer>()
  const hear = (answer: CallAnswer, cameFen?: number) =>
    heard.mutate({ id, answer, ...(cameFen !== undefined && { cameFen }) }, { onSuccess: () => setNoted(answer) })
  return (
    <WhenReady query={query}>
      {(at) => (
        <>
          <Whom at={at} />
          {noted === undefined ? (
            <Answers busy={heard.isPending} trouble={heard.error?.message} onHear={hear} />
          ) : (
            <Card title="记下来了">
              <Notice id="call-noted">{sayNext(noted, heard.data?.next, at.tries)}</Notice>
              <View className="below">
                <Button id="call-back" onPress={goBack}>
                  回到名单
                </Button>
              </View>
              {heard.data?.next === 'done' && (
                <Link id="call-slip" onPress={() => setNoted(undefined)}>
                  点错了，改一下
                </Link>
              )}
            </Card>
          )}
        </>
      )}
    </WhenReady>
  )
}

const Whom = ({ at: { name, village, what, phone, amountFen } }: { at: At }) => (
  <Card title={`${village}：${name}`}>
    <View className="work__line work__line--two">
      <View>{what}</View>
      <Money fen={amountFen} />
    </View>
    <View className="work__line">
      先问一声：“县里随机抽了几笔钱，问一问收到没有。愿意说吗？不说也不影响领钱。”愿意说，再问这一笔收到没有、数目对不对。
    </View>
    {phone === undefined ? (
      <View className="work__line">没有登记电话，请当面问。</View>
    ) : (
      <View className="below">
        <CallButton id="call-phone" phone={phone} whom={name} />
      </View>
    )}
    <View className="below">
      <View className="row__note">您打开看过，已经记下了，他家在手机上看得到。</View>
    </View>
  </Card>
)

function sayNext(answer: CallAnswer, next: 'done' | 'again' | 'replaced' | undefined, tries: number): string {
  if (next === 'again') return `今天没联系上，名单里还留着。换一天再问，试满 ${tries} 天才换人。`
  if (next === 'replaced') return '这一位不再问了，按顺序换下一位。'
  return answer === 'received' ? '收到了。谢谢您问这一声。' : `${callAnswerNames[answer]}。已经告诉发钱的单位，要按期答复他家。`
}

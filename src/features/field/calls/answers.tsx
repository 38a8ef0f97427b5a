import { useState } from 'react'
import { View } from '@tarojs/components'
import { readAmount } from '#domain/money/amounts'
import { callAnswerNames, type CallAnswer } from '#domain/work/callbacks'
import { Button } from '../../../ui/act/button'
import { TextField } from '../../../ui/act/text-field'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { useFault } from '../../../ui/read/use-fault'

interface Props {
  busy: boolean
  trouble: string | undefined
  onHear: (answer: CallAnswer, cameFen?: number) => void
}

/** One tap for what was heard; another amount is written down. */
export function Answers({ busy, trouble, onHear }: Props) {
  const [came, setCame] = useState<string>()
  const { tell, at } = useFault()
  const waits = busy && '正在记…'
  const send = () => {
    const read = readAmount(came ?? '')
    const wrong = 'fen' in read && read.fen > 0 ? undefined : { field: 'call-came', words: '请写他收到了多少元，例如 500。' }
    tell(wrong)
    if (wrong === undefined && 'fen' in read) onHear('other-amount', read.fen)
  }
  return (
    <Card title="他怎么说？">
      <View className="choices">
        {came === undefined ? (
          <>
            <Button id="heard-received" busy={waits} onPress={() => onHear('received')}>
              {callAnswerNames.received}
            </Button>
            <Button id="heard-not-received" kind="second" busy={waits} onPress={() => onHear('not-received')}>
              {callAnswerNames['not-received']}
            </Button>
            <Button id="heard-other-amount" kind="second" busy={waits} onPress={() => setCame('')}>
              {callAnswerNames['other-amount']}
            </Button>
            <Button id="heard-unreachable" kind="quiet" busy={waits} onPress={() => onHear('unreachable')}>
              {callAnswerNames.unreachable}
            </Button>
            <Button id="heard-declined" kind="quiet" busy={waits} onPress={() => onHear('declined')}>
              {callAnswerNames.declined}
            </Button>
          </>
        ) : (
          <>
            <TextField
              id="call-came"
              label="他收到了多少元"
              example="500"
              value={came}
              maxLength={14}
              focus
              wrong={at('call-came')}
              onChange={(text) => {
                setCame(text)
                tell(undefined)
              }}
            />
            <Button id="send-came" busy={waits} onPress={send}>
              记下来
            </Button>
            <Button id="not-came" kind="quiet" onPress={() => setCame(undefined)}>
              不是，重选
            </Button>
          </>
        )}
        {trouble !== undefined && <Notice id="call-trouble" kind="wrong">{`还没有记下。${trouble}`}</Notice>}
      </View>
    </Card>
  )
}

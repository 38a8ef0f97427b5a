import { useState } from 'react'
import { View } from '@tarojs/components'
import type { AwardLine, PaymentLine } from '#contract/household/actions'
import type { HouseholdPart } from '#domain/register/register'
import { householdParts, partNames } from '#domain/register/register'
import { today } from '../../../services/wire/clock'
import { useUnsaved } from '../../../services/keep/unsaved'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Choices } from '../../../ui/act/choices'
import { Notice } from '../../../ui/read/notice'
import { TextArea } from '../../../ui/act/text-area'
import { useFault } from '../../../ui/read/use-fault'
import { correctionFault, paymentsToAskAbout, sayAward, sayPayment } from './correction'
import { useCorrect } from './use-requests'

interface Props {
  payments: readonly PaymentLine[]
  awards: readonly AwardLine[]
}

const parts = householdParts.map((id) => ({ id, label: partNames[id] }))
/** None of the lines in particular. */
const none = 'none'

/** Which part is wrong, for money and lists perhaps which line, and some words. What was written stays when it fails. */
export function CorrectionForm({ payments, awards }: Props) {
  const [part, setPart] = useState<HouseholdPart>()
  const [line, setLine] = useState(none)
  const [words, setWords] = useState('')
  const { tell, at } = useFault()
  const correct = useCorrect()
  useUnsaved(words !== '' && !correct.data)
  if (correct.data)
    return (
      <Sent
        to={correct.data.request.to}
        onMore={() => {
          setWords('')
          correct.reset()
        }}
      />
    )
  const asked =
    part === 'money'
      ? paymentsToAskAbout(payments).map((one) => ({ id: one.id, label: sayPayment(one, today()) }))
      : part === 'awards'
        ? awards.map((one) => ({ id: one.id, label: sayAward(one, today()) }))
        : []
  const trouble = correct.error && `还没有送出去，写的还在。${correct.error.message}`
  const press = () => {
    if (correct.isPending) return
    const wrong = correctionFault(part, words)
    tell(wrong)
    if (part === undefined || wrong) return
    const one = line === none ? {} : part === 'money' ? { paymentId: line } : part === 'awards' ? { awardId: line } : {}
    correct.mutate({ part, words, ...one })
  }
  return (
    <Card title="信息不对？我要更正">
      <View className="choices">
        <Choices
          id="part"
          label="哪里不对？"
          options={parts}
          chosen={part === undefined ? [] : [part]}
          wrong={at('part')}
          onPress={(id) => {
            setPart(id)
            setLine(none)
            tell(undefined)
          }}
        />
        {asked.length > 0 && (
          <Choices
            id="payment"
            label="是哪一笔？"
            options={[...asked, { id: none, label: '别的，写在下面' }]}
            chosen={[line]}
            onPress={setLine}
          />
        )}
        <TextArea
          id="correction-words"
          label="怎么不对？用自己的话写"
          example="例如：这笔钱没收到"
          value={words}
          wrong={at('correction-words')}
          onChange={(text) => {
            setWords(text)
            tell(undefined)
          }}
        />
        <Button id="correct" busy={correct.isPending && '正在送…'} onPress={press}>
          送出去
        </Button>
        {trouble && (
          <Notice id="correction-trouble" kind="wrong">
            {trouble}
          </Notice>
        )}
      </View>
    </Card>
  )
}

const Sent = ({ to, onMore }: { to: string; onMore: () => void }) => (
  <Card>
    <View className="choices">
      <Notice id="correction-sent">{`已送到 ${to}。答复会写在下面。`}</Notice>
      <Button id="correct-more" kind="quiet" onPress={onMore}>
        还有别的不对
      </Button>
    </View>
  </Card>
)

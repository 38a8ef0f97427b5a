import { useState } from 'react'
import { View } from '@tarojs/components'
import { homeCheckOpinionNames, homeCheckOpinions } from '#domain/work/home-check'
import { today } from '../../../services/wire/clock'
import { Button } from '../../../ui/act/button'
import { Choices } from '../../../ui/act/choices'
import { TextArea } from '../../../ui/act/text-area'
import { TextField } from '../../../ui/act/text-field'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { useFault } from '../../../ui/read/use-fault'
import { amounts, checkFault, emptyCheck, forgetCheck, foundOf, keepCheck, readCheck, type CheckDraft } from './check-draft'
import { useSendCheck } from './use-checks'

const consents = [
  { id: 'yes', label: '同意和部门的数据比对' },
  { id: 'no', label: '没有同意' },
] as const
const opinions = homeCheckOpinions.map((id) => ({ id, label: homeCheckOpinionNames[id] }))

/** One form for 监测 and 救助. What was typed stays on the phone until it was sent. */
export function CheckForm({ id, people, onSent }: { id: string; people: number; onSent: () => void }) {
  const [draft, setDraft] = useState(() => readCheck(id) ?? emptyCheck(people))
  const { tell, at } = useFault()
  const send = useSendCheck()
  const write = (part: Partial<CheckDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepCheck(id, next)
    tell(undefined)
  }
  const press = () => {
    if (send.isPending) return
    const wrong = checkFault(draft)
    tell(wrong)
    if (wrong) return
    send.mutate(
      { id, on: today(), found: foundOf(draft) },
      {
        onSuccess: () => {
          forgetCheck(id)
          onSent()
        },
      },
    )
  }
  return (
    <Card title="入户核查">
      <View className="choices">
        <TextField
          id="check-met"
          label="见到谁"
          example="本人、老伴、邻居；没见到就写没见到"
          value={draft.met}
          maxLength={40}
          wrong={at('check-met')}
          onChange={(met) => write({ met })}
        />
        <Choices
          id="check-consent"
          label="问过他家，同不同意？"
          options={consents}
          chosen={draft.consent === '' ? [] : [draft.consent]}
          wrong={at('check-consent')}
          onPress={(consent) => write({ consent })}
        />
        <TextField
          id="check-people"
          label="一起过的有几个人"
          example="3"
          keys="number"
          value={draft.people}
          maxLength={2}
          onChange={(count) => write({ people: count })}
        />
        <View className="choices__words">下面是最近一年的钱，单位是元。没有就写 0，问不清楚的空着。</View>
        {amounts.map((one) => (
          <TextField
            key={one.id}
            id={`check-${one.id}`}
            label={`${one.of === 'income' ? '收入' : '花费'}：${one.label}`}
            example="元"
            value={draft.money[one.id] ?? ''}
            maxLength={14}
            wrong={at(`check-${one.id}`)}
            onChange={(typed) => write({ money: { ...draft.money, [one.id]: typed } })}
          />
        ))}
        <TextField
          id="check-housing"
          label="住房"
          example="自家两间砖瓦房，有漏雨"
          value={draft.housing}
          maxLength={200}
          onChange={(housing) => write({ housing })}
        />
        <TextArea
          id="check-seen"
          label="看到什么、听到什么"
          example="例如：老人腿脚不便，药费单看过"
          value={draft.seen}
          wrong={at('check-seen')}
          onChange={(seen) => write({ seen })}
        />
        <Choices
          id="check-opinion"
          label="您看符不符合？"
          options={opinions}
          chosen={draft.opinion === '' ? [] : [draft.opinion]}
          wrong={at('check-opinion')}
          onPress={(opinion) => write({ opinion })}
        />
        <Button id="send-check" busy={send.isPending && '正在送…'} onPress={press}>
          送到镇里
        </Button>
        {send.error && <Notice id="check-trouble" kind="wrong">{`还没有送出去，填的还在这部手机上。${send.error.message}`}</Notice>}
      </View>
    </Card>
  )
}

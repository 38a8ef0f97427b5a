import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../../ui/act/button'
import { Choices } from '../../../ui/act/choices'
import { SpeakButton } from '../../../ui/act/speak-button'
import { TextArea } from '../../../ui/act/text-area'
import { TextField } from '../../../ui/act/text-field'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { useFault } from '../../../ui/read/use-fault'
import { keepDraft, readDraft, type Draft, type Sent } from './draft'
import { applyFault } from './fields'
import { PlaceChoice } from './place-choice'
import { useApply, useApplyForm } from './use-apply'

const explained = '家里有困难，填四样就行：姓名、身份证号、电话、难在哪里。村里镇里会上门看，合条件的公示以后再批。'

interface Props {
  /** Of the poster that led here. */
  place: { code: string; name: string } | undefined
  onSent: (sent: Sent) => void
}

/** Four things and the village. What was filled in stays on the phone until it has been sent. */
export function ApplyForm({ place, onSent }: Props) {
  const [kept, setDraft] = useState(readDraft)
  const [elsewhere, setElsewhere] = useState(false)
  const { tell, at } = useFault()
  const hardships = useApplyForm('').data?.hardships ?? []
  const apply = useApply()
  const draft = kept.place === '' && place && !elsewhere ? { ...kept, place: place.code, placeName: place.name } : kept
  const write = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepDraft(next)
    tell(undefined)
  }
  const press = () => {
    if (apply.isPending) return
    const wrong = applyFault(draft)
    tell(wrong)
    const { words, placeName: _, ...rest } = draft
    if (!wrong) apply.mutate({ ...rest, ...(words.trim() !== '' && { words: words.trim() }) }, { onSuccess: onSent })
  }
  return (
    <Card title="家里有困难，我要申请">
      <View className="choices">
        <View className="choices__words">{explained}</View>
        <SpeakButton sentences={[explained]} />
        <PlaceChoice
          name={draft.placeName}
          wrong={at('apply-place')}
          onChoose={(code, name) => {
            setElsewhere(true)
            write({ place: code, placeName: name })
          }}
        />
        <TextField
          id="apply-name"
          label="姓名（替家人填的，写他的）"
          example="身份证上的姓名"
          value={draft.name}
          maxLength={40}
          wrong={at('apply-name')}
          onChange={(name) => write({ name })}
        />
        <TextField
          id="apply-id"
          label="身份证号"
          example="18 位"
          keys="idcard"
          value={draft.idNumber}
          maxLength={40}
          wrong={at('apply-id')}
          onChange={(idNumber) => write({ idNumber })}
        />
        <TextField
          id="apply-phone"
          label="电话"
          example="打得通的，好约上门的日子"
          value={draft.phone}
          maxLength={40}
          wrong={at('apply-phone')}
          onChange={(phone) => write({ phone })}
        />
        <Choices
          id="apply-hardship"
          label="现在最难的是什么？"
          options={hardships.map(({ id, name: label }) => ({ id, label }))}
          chosen={[draft.hardship]}
          wrong={at('apply-hardship')}
          onPress={(hardship) => write({ hardship })}
        />
        <TextArea
          id="apply-words"
          label="还有要说的，写几句，不写也行"
          example="例如：老伴住院，药费一个月八百"
          value={draft.words}
          onChange={(words) => write({ words })}
        />
        <Button id="send-application" busy={apply.isPending && '正在送…'} onPress={press}>
          送出申请
        </Button>
        {apply.error && <Notice id="apply-trouble" kind="wrong">{`还没有送出去，填的还在。${apply.error.message}`}</Notice>}
      </View>
    </Card>
  )
}

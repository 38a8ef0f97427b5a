import { useState } from 'react'
import { View } from '@tarojs/components'
import { visits } from '../../../services/built-in/visits'
import { Button } from '../../../ui/act/button'
import { Choices } from '../../../ui/act/choices'
import { Link } from '../../../ui/act/link'
import { TextArea } from '../../../ui/act/text-area'
import type { VisitDraft } from './visit-draft'

type Heard = VisitDraft['heard']

const most = 10

/** What the household says it needs: each goes to whoever answers for it. */
export function NeedsInput({ heard, at, onChange }: { heard: Heard; at: (field: string) => string; onChange: (heard: Heard) => void }) {
  const [choosing, setChoosing] = useState(false)
  const name = (topic: string) => visits.needs.find(({ id }) => id === topic)?.name ?? topic
  return (
    <>
      {heard.map(({ topic, words }, i) => (
        <View key={i}>
          <TextArea
            id={`need-${i}`}
            label={`需要：${name(topic)}`}
            example="例如：水管冻裂了，想早点修"
            value={words}
            wrong={at(`need-${i}`)}
            onChange={(typed) => onChange(heard.map((one, n) => (n === i ? { ...one, words: typed } : one)))}
          />
          <Link id={`drop-need-${i}`} onPress={() => onChange(heard.filter((_, n) => n !== i))}>
            拿掉
          </Link>
        </View>
      ))}
      {choosing && (
        <Choices
          id="need"
          label="是哪一类？"
          options={visits.needs.map(({ id, name: label }) => ({ id, label }))}
          chosen={[]}
          onPress={(topic) => {
            setChoosing(false)
            onChange([...heard, { topic, words: '' }])
          }}
        />
      )}
      {!choosing && heard.length < most && (
        <Button id="add-need" kind="second" onPress={() => setChoosing(true)}>
          {heard.length === 0 ? '记一条需求' : '再记一条需求'}
        </Button>
      )}
    </>
  )
}

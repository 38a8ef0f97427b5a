import { useState } from 'react'
import { Button } from '../../../ui/act/button'
import { Choices as Chosen } from '../../../ui/act/choices'
import { Link } from '../../../ui/act/link'
import { TextField } from '../../../ui/act/text-field'
import { Card } from '../../../ui/read/card'
import type { Choices, TypedMeasure } from './plan-draft'

interface Props {
  i: number
  measure: TypedMeasure
  choices: Choices
  at: (field: string) => string
  onChange: (part: Partial<TypedMeasure>) => void
  onDrop: () => void
}

/** Workers and the household; agencies are many, and unfold. */
const near = 4

/** One measure of the form. */
export function MeasureFields({ i, measure: { id, words, who, until, proof }, choices, at, onChange, onDrop }: Props) {
  const hands = choices.hands.map((hand) => ({ id: hand.id, label: hand.name }))
  const [all, setAll] = useState(() => hands.slice(near).some((hand) => hand.id === who))
  return (
    <Card title={choices.measures.find((one) => one.id === id)?.name ?? id}>
      <TextField
        id={`plan-words-${i}`}
        label="具体做什么"
        example="例如：每月上门量一次血压"
        value={words}
        maxLength={200}
        wrong={at(`plan-words-${i}`)}
        onChange={(text) => onChange({ words: text })}
      />
      <Chosen
        id={`plan-who-${i}`}
        label="由谁来做"
        options={all ? hands : hands.slice(0, near)}
        chosen={[who]}
        wrong={at(`plan-who-${i}`)}
        onPress={(hand) => onChange({ who: hand })}
      />
      {!all && (
        <Link id={`plan-agencies-${i}`} onPress={() => setAll(true)}>
          由单位来做
        </Link>
      )}
      <TextField
        id={`plan-until-${i}`}
        label="到哪天做成"
        example="2027年6月30日"
        value={until}
        maxLength={16}
        wrong={at(`plan-until-${i}`)}
        onChange={(text) => onChange({ until: text })}
      />
      <TextField
        id={`plan-proof-${i}`}
        label="怎么算做成了"
        example="例如：血压稳住"
        value={proof}
        maxLength={200}
        wrong={at(`plan-proof-${i}`)}
        onChange={(text) => onChange({ proof: text })}
      />
      <Button id={`plan-drop-${i}`} kind="quiet" onPress={onDrop}>
        去掉这一项
      </Button>
    </Card>
  )
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PlanView } from '#contract/call/plan'
import { Button } from '../../../ui/act/button'
import { Choices as Chosen } from '../../../ui/act/choices'
import { TextArea } from '../../../ui/act/text-area'
import { TextField } from '../../../ui/act/text-field'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { useFault } from '../../../ui/read/use-fault'
import { MeasureFields } from './measure-fields'
import { draftOf, faultOfTyped, isStage, typedFrom, type Choices, type Typed, type TypedMeasure } from './plan-draft'
import { useWritePlan } from './use-plan'

interface Props {
  view: PlanView
  choices: Choices
  onSent: () => void
  onClose: () => void
}

/** Why the household is poor, what is done about each cause, by whom, until when. What was typed stays when it does not go. */
export function PlanForm({ view, choices, onSent, onClose }: Props) {
  const [typed, setTyped] = useState<Typed>(() => typedFrom(view))
  const { tell, at } = useFault()
  const send = useWritePlan()
  const write = (part: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...part }))
    tell(undefined)
  }
  const { causes, measures } = typed
  const has = (id: string) => causes.some((one) => one.id === id)
  const fitting = choices.measures.filter(({ answers }) => answers.some(has))
  const put = (i: number, part: Partial<TypedMeasure>) =>
    write({ measures: measures.map((one, j) => (j === i ? { ...one, ...part } : one)) })
  const press = () => {
    const wrong = faultOfTyped(typed, choices)
    tell(wrong)
    if (wrong || send.isPending) return
    send.mutate({ householdId: view.householdId, draft: draftOf(typed, choices), words: typed.words.trim() }, { onSuccess: onSent })
  }
  const add = (id: string) => {
    const measure = choices.measures.find((one) => one.id === id)!
    write({ measures: [...measures, { id, words: '', who: '', until: '', proof: measure.proof }] })
  }
  return (
    <>
      <Card title="难在哪里">
        <Chosen
          id="plan-causes"
          label="可以选几个"
          many
          options={choices.causes.map(({ id, name }) => ({ id, label: name }))}
          chosen={causes.map(({ id }) => id)}
          wrong={at('plan-causes')}
          onPress={(id) => write({ causes: has(id) ? causes.filter((one) => one.id !== id) : [...causes, { id, until: '' }] })}
        />
        {causes
          .filter(({ id }) => isStage(choices, id))
          .map(({ id, until }) => (
            <TextField
              key={id}
              id={`plan-cause-${id}`}
              label={`“${choices.causes.find((one) => one.id === id)?.name ?? ''}”到哪天为止`}
              example="2027年6月30日"
              value={until}
              maxLength={16}
              wrong={at(`plan-cause-${id}`)}
              onChange={(text) => write({ causes: causes.map((one) => (one.id === id ? { id, until: text } : one)) })}
            />
          ))}
      </Card>
      {measures.map((measure, i) => (
        <MeasureFields
          key={i}
          i={i}
          measure={measure}
          choices={choices}
          at={at}
          onChange={(part) => put(i, part)}
          onDrop={() => write({ measures: measures.filter((_, j) => j !== i) })}
        />
      ))}
      {causes.length > 0 && (
        <Card title="加一项措施">
          {choices.suggestions
            .filter(({ cause }) => has(cause))
            .map(({ measure, cause, why }) => (
              <View key={`${measure} ${cause}`} className="row__note">
                {why}
              </View>
            ))}
          <Chosen
            id="plan-add"
            label="点一下就加在上面"
            options={fitting.map(({ id, name }) => ({ id, label: name }))}
            chosen={[]}
            wrong={at('plan-add')}
            onPress={add}
          />
        </Card>
      )}
      <Card>
        <TextArea
          id="plan-why"
          label="怎么商量的，为什么这样写"
          example="例如：和本人、儿子当面商量过"
          value={typed.words}
          wrong={at('plan-why')}
          onChange={(words) => write({ words })}
        />
        <Button id="send-plan" busy={send.isPending && '正在送…'} onPress={press}>
          送镇里审批
        </Button>
        <Button id="close-plan" kind="quiet" onPress={onClose}>
          先不写
        </Button>
        {send.error && <Notice id="plan-trouble" kind="wrong">{`还没有送出去，写的字还在。${send.error.message}`}</Notice>}
      </Card>
    </>
  )
}

import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PlanView } from '#contract/call/plan'
import { sayDay } from '#domain/time/dates'
import { measureActs, measureStateNames, planActNames, type MeasureAct } from '#domain/work/plans'
import { today } from '../../../services/wire/clock'
import { Button } from '../../../ui/act/button'
import { TextArea } from '../../../ui/act/text-area'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { Status } from '../../../ui/read/status'
import { useFault } from '../../../ui/read/use-fault'
import { useNoteMeasure } from './use-plan'

interface Props {
  householdId: string
  measure: NonNullable<PlanView['plan']>['measures'][number]
  can: PlanView['can']
}

const labels: Record<MeasureAct, string> = { note: '做到哪一步', done: '怎么看出做成了', drop: '为什么不做了' }

/** One measure: who does what until when, what was noted, and a note to it. */
export function MeasureNote({ householdId, measure: { n, name, words, hand, until, proof, state, late, notes }, can }: Props) {
  const [act, setAct] = useState<MeasureAct>()
  const [typed, setTyped] = useState('')
  const { tell, at } = useFault()
  const send = useNoteMeasure()
  const field = `note-${n}`
  const press = () => {
    const short = typed.trim().length < 4
    tell(short ? { field, words: '请写清楚，至少 4 个字。' } : undefined)
    if (short || act === undefined) return
    const onSuccess = () => {
      setTyped('')
      setAct(undefined)
    }
    send.mutate({ householdId, n, act, words: typed.trim() }, { onSuccess })
  }
  const day = today()
  return (
    <Card title={name}>
      <View className="work__line">
        <Status
          kind={state === 'done' ? 'done' : late ? 'needs-you' : 'waiting'}
          words={state === 'open' ? `到${sayDay(until, day)}${late ? '，已经过了' : ''}` : measureStateNames[state]}
        />
      </View>
      <View className="work__line">{`${words}。${hand}来做，做成是：${proof}`}</View>
      {notes.map((note, i) => (
        <View key={i} className="row__note">{`${sayDay(note.on, day)} ${note.by}：${note.words}`}</View>
      ))}
      {state === 'open' && act === undefined && (
        <View className="choices">
          {measureActs
            .filter((one) => can.includes(one))
            .map((one) => (
              <Button key={one} id={`${one}-${n}`} kind={one === 'drop' ? 'quiet' : 'second'} onPress={() => setAct(one)}>
                {planActNames[one]}
              </Button>
            ))}
        </View>
      )}
      {state === 'open' && act !== undefined && (
        <View className="choices">
          <TextArea id={field} label={labels[act]} example="农户看得到这些话" value={typed} wrong={at(field)} onChange={setTyped} />
          <Button id={`send-note-${n}`} busy={send.isPending && '正在送…'} onPress={press}>
            {planActNames[act]}
          </Button>
          <Button id={`no-note-${n}`} kind="quiet" onPress={() => setAct(undefined)}>
            先不记
          </Button>
          {send.error && <Notice id="note-trouble" kind="wrong">{`还没有记下来，写的字还在。${send.error.message}`}</Notice>}
        </View>
      )}
    </Card>
  )
}

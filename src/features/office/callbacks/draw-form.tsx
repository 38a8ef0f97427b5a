import { useState } from 'react'
import type { BatchSample } from '#contract/office/callbacks'
import { sayTrouble } from '../../../services/desk/office-call'
import { SelectBox } from '../../../ui/desk/select-box'
import { Sure } from '../../../ui/desk/sure'
import { useDraw } from './use-sample'

/** Which question, how many it takes, and then the drawing, once. */
export function DrawForm({ sample: { batchId, choices, credited, unanswered } }: { sample: BatchSample }) {
  const [at, setAt] = useState('0')
  const draw = useDraw(batchId)
  const choice = choices[Number(at)] ?? choices[0]
  if (!choice) return null
  const { question, ask, withReserve } = choice
  return (
    <div className="form">
      <p className="room-words">
        随机抽几笔，由村里的网格员问一声钱收到没有。抽谁由系统按县里的密钥排出来，谁也挑不了；抽一次就定下来，不能重抽。
      </p>
      <div className="form__fields">
        <SelectBox
          id="sample-question"
          label="想知道什么"
          hint={`要问 ${ask} 笔${withReserve > ask ? `，另外备 ${withReserve - ask} 笔：联系不上、不愿说的，按顺序换下一个` : ''}。`}
          options={choices.map(({ words, ask: count }, i) => ({ id: String(i), label: `${words}（问 ${count} 笔）` }))}
          value={at}
          onChange={setAt}
        />
      </div>
      {unanswered > 0 && <p className="room-words">{`银行还有 ${unanswered} 笔没有答复，不在里面。等齐了再抽更全。`}</p>}
      <div className="form__end">
        <Sure
          id="sample-draw"
          first={`抽这 ${ask} 笔`}
          question={`从银行说到账的 ${credited} 笔里抽 ${ask} 笔去问。抽了就定下来，不能重抽。`}
          second={`就抽 ${ask} 笔`}
          busy={draw.isPending && '正在抽…'}
          trouble={sayTrouble(draw.error)}
          onSure={() => draw.mutate({ question, ask })}
        />
      </div>
    </div>
  )
}

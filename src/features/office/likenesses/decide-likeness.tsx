import { useState } from 'react'
import type { LikenessFile } from '#contract/office/likenesses'
import type { LikenessPeopleAct, LikenessState } from '#domain/work/likenesses'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { useKept } from '../../../ui/desk/use-kept'
import { Notice } from '../../../ui/read/notice'
import { useDecideLikeness } from './use-likenesses'

/** What each press says, as the pair stands; and what it comes to. */
const presses: Record<LikenessPeopleAct, (state: LikenessState) => string> = {
  same: () => '是同一个人，提请合并',
  different: () => '不是同一个人',
  apart: () => '认错了，提请分开',
  agree: (state) => (state === 'asked' ? '同意合并' : '同意分开'),
  decline: (state) => (state === 'asked' ? '先不合并' : '先不分开'),
}
const comesTo: Partial<Record<LikenessState, string>> = {
  proposed: '合并以后，两份记录的钱、走访、签约在同一户里看；每一笔仍记着原来的号，哪天认错了可以原样分开。两边的卡都照用。',
  asked: '同意以后马上合并。哪天认错了，可以原样分开。',
  same: '分开以后，合并前的照原样，合并后来的各归各的号。',
  'part-asked': '同意以后马上分开：合并前的照原样，合并后来的各归各的号。',
}

/** Says what it is, on what grounds; a second person is asked where records move. */
export function DecideLikeness({ file }: { file: LikenessFile }) {
  const [words, setWords] = useKept(`likeness words ${file.id}`, '')
  const [fault, setFault] = useState<string>()
  const decide = useDecideLikeness(() => setWords(() => ''))
  const can = file.can.filter((act) => act !== 'same' || file.objection === undefined)
  if (can.length === 0) return null
  const trouble = fault ?? sayTrouble(decide.error)
  const send = (act: LikenessPeopleAct) => {
    const wrong = words.trim().length < 2 ? '请写一句凭什么这样认，例如：核对过户口本。' : undefined
    setFault(wrong)
    if (wrong === undefined) decide.mutate({ id: file.id, act, words })
  }
  const main = can.find((act) => act === 'agree' || act === 'same')
  return (
    <div className="form">
      {comesTo[file.state] !== undefined && <p>{comesTo[file.state]}</p>}
      <TextBox
        id="likeness-words"
        label="凭什么这样认"
        hint="第二个人和以后来看的人都看得到。"
        maxLength={300}
        value={words}
        onChange={(text) => setWords(() => text)}
      />
      <div className="form__end">
        {can.map((act) => (
          <Press
            key={act}
            id={`likeness-${act}`}
            kind={act === main ? 'main' : 'second'}
            busy={decide.isPending && '正在记下…'}
            onPress={() => send(act)}
          >
            {presses[act](file.state)}
          </Press>
        ))}
      </div>
      {trouble !== undefined && (
        <Notice id="likeness-trouble" kind="wrong">
          {trouble}
        </Notice>
      )}
    </div>
  )
}

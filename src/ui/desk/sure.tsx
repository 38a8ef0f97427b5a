import { useState } from 'react'
import { Notice } from '../read/notice'
import { Press } from './press'

interface Props {
  id: string
  first: string
  /** What happens then, and the button that does it. */
  question: string
  second: string
  busy: string | false
  trouble: string | undefined
  /** Fuller name of the first button, for those who hear the page. */
  name?: string
  onSure: () => void
}

/** Something that should not happen by a slip: asked once more in the same place. */
export function Sure({ id, first, question, second, busy, trouble, name, onSure }: Props) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Press id={id} kind="quiet" name={name} onPress={() => setAsking(true)}>
        {first}
      </Press>
    )
  return (
    <div className="sure">
      <div className="sure__question">{question}</div>
      <div className="form__end">
        <Press id={`${id}-sure`} kind="main" busy={busy} onPress={onSure}>
          {second}
        </Press>
        <Press id={`${id}-not`} kind="quiet" onPress={() => setAsking(false)}>
          先不
        </Press>
      </div>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
    </div>
  )
}

import type { ReactNode } from 'react'
import { CheckList } from '../../../../ui/desk/check-list'
import { Heading } from '../../../../ui/read/heading'

interface Props {
  id: string
  title: string
  words: string
  /** What one confirms. */ done: string
  begun: boolean
  kept: boolean
  onKeep: (kept: boolean) => void
  children: ReactNode
}

/** One thing to be done with a new key; it can be ticked once it was begun. */
export const KeepStep = ({ id, title, words, done, begun, kept, onKeep, children }: Props) => (
  <section className="keep-step" aria-label={title}>
    <Heading level={2}>{title}</Heading>
    <p className="keep-step__words">{words}</p>
    <div className="keep-step__do">{children}</div>
    {begun && (
      <CheckList
        id={id}
        label="做了吗"
        options={[{ id: 'done', label: done }]}
        chosen={kept ? ['done'] : []}
        onChange={(chosen) => onKeep(chosen.length > 0)}
      />
    )}
  </section>
)

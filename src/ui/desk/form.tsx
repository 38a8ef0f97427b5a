import type { ReactNode } from 'react'
import { Notice } from '../read/notice'
import { Press } from './press'

interface Props {
  /** Of the button that sends it; what went wrong stands in `<id>-trouble`. */
  id: string
  send: string
  busy: string | false
  trouble: string | undefined
  onSend: () => void
  /** Another way, beside the button. */
  aside?: ReactNode
  /** Short fields stand beside each other where there is room. */
  wide?: boolean
  children?: ReactNode
}

/** Fields, what is wrong with them, and one button; Enter sends. What was typed stays. */
export const Form = ({ id, send, busy, trouble, onSend, aside, wide = false, children }: Props) => (
  <form
    className={`form${wide ? ' form--wide' : ''}`}
    noValidate
    autoComplete="off"
    onSubmit={(event) => {
      event.preventDefault()
      if (busy === false) onSend()
    }}
  >
    <div className="form__fields">{children}</div>
    <div className="form__end">
      <Press id={id} kind="main" submit busy={busy}>
        {send}
      </Press>
      {aside}
    </div>
    {trouble !== undefined && (
      <Notice id={`${id}-trouble`} kind="wrong">
        {trouble}
      </Notice>
    )}
  </form>
)

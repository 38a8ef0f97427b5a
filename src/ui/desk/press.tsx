import type { ReactNode } from 'react'

/*
 * The pieces in this folder are for the officers' desk, which is built for browsers only. They are plain HTML (button, select, table,
 * date): the keyboard, assistive software and the browser's own date picker work with them without any help of ours.
 */

interface Props {
  id?: string
  /** `main` is the one thing to do here, `second` another way, `quiet` leaves or undoes. */
  kind?: 'main' | 'second' | 'quiet'
  /** Sends the form it stands in. */
  submit?: boolean
  /** What it is doing, in words, while it must not be pressed again. */
  busy?: string | false
  /** Whether what it opens is open. */
  expanded?: boolean
  /** Fuller name for those who hear the page. */
  name?: string
  onPress?: () => void
  children: ReactNode
}

export const Press = ({ id, kind = 'second', submit = false, busy = false, expanded, name, onPress, children }: Props) => (
  <button
    id={id}
    type={submit ? 'submit' : 'button'}
    className={`press press--${kind}${busy ? ' press--busy' : ''}`}
    aria-label={name}
    aria-disabled={busy !== false}
    aria-expanded={expanded}
    onClick={() => {
      if (busy === false) onPress?.()
    }}
  >
    {busy || children}
  </button>
)

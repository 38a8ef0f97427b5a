import type { ReactNode } from 'react'

interface Props {
  id: string
  label: string
  hint?: string
  children: ReactNode
}

/** A control with its name above and, where it helps, a sentence below. */
export const Field = ({ id, label, hint, children }: Props) => (
  <div className="entry">
    <label className="entry__label" htmlFor={id}>
      {label}
    </label>
    {children}
    {hint !== undefined && (
      <div id={`${id}-hint`} className="entry__hint">
        {hint}
      </div>
    )}
  </div>
)

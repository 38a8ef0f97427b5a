import type { ReactNode } from 'react'

interface Props {
  id?: string
  /** What is opened, for those who hear the page: 南田镇，没到的. */
  name: string
  onOpen: () => void
  children: ReactNode
}

/** A number that opens what is behind it. */
export const Amount = ({ id, name, onOpen, children }: Props) => (
  <button id={id} type="button" className="funds__amount" aria-label={name} onClick={onOpen}>
    {children}
  </button>
)

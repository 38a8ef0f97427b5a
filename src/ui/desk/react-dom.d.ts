declare module 'react-dom' {
  import type { ReactNode, ReactPortal } from 'react'

  /** Draws into another place of the document. All that we use of it; its own types are not installed. */
  export function createPortal(children: ReactNode, container: Element): ReactPortal
}

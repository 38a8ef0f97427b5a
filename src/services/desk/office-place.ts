import { useSyncExternalStore } from 'react'
import { paths } from '../pages/paths'

/** The desk is one page; which of its rooms is open stands in the address line, so that 后退 and a new window work. */
export const roomAddress = (room: string): string => `#${paths.office}?at=${room}`

/** The room in the address line, if it names one. */
export const useRoom = (): string | undefined => useSyncExternalStore(subscribe, current)

const current = (): string | undefined => /[?&]at=([a-z]+)/.exec(window.location.hash)?.[1]

function subscribe(tell: () => void): () => void {
  window.addEventListener('hashchange', tell)
  return () => window.removeEventListener('hashchange', tell)
}

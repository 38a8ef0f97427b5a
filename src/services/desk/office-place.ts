import { useSyncExternalStore } from 'react'
import { paths } from '../pages/paths'

/** The desk is one page; which of its rooms is open stands in the address line, so that 后退 and a new window work. */
export const roomAddress = (room: string, more: Readonly<Record<string, string>> = {}): string =>
  `#${paths.office}?at=${room}${Object.entries(more)
    .map(([name, value]) => `&${name}=${encodeURIComponent(value)}`)
    .join('')}`

/** The room in the address line, if it names one. */
export const useRoom = (): string | undefined => useSyncExternalStore(subscribe, current)

const current = (): string | undefined => /[?&]at=([a-z]+)/.exec(window.location.hash)?.[1]

/** What else the address says of the room, by name. */
export const usePlace = (name: string): string | undefined =>
  useSyncExternalStore(subscribe, () => {
    const value = new RegExp(`[?&]${name}=([^&#]+)`).exec(window.location.hash)?.[1]
    return value === undefined ? undefined : decodeURIComponent(value)
  })

function subscribe(tell: () => void): () => void {
  window.addEventListener('hashchange', tell)
  return () => window.removeEventListener('hashchange', tell)
}

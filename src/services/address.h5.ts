import { decoded } from './decoded'
import { paths } from './paths'

/** `/c/<token>` in the address line becomes the code page. To be called before the router looks at the address. */
export function adoptAddress(): void {
  const { pathname, hash } = window.location
  const scanned = /^\/c\/([^/]+)/.exec(pathname)?.[1]
  if (!scanned || hash.length > 2) return
  window.history.replaceState(null, '', `/#${paths.code(decoded(scanned))}`)
}

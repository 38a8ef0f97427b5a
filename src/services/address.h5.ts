import { decoded } from './decoded'
import { paths } from './paths'

/** `/c/<token>` in the address line becomes the code page, `/office` the officers' desk. To be called before the router looks at the address. */
export function adoptAddress(): void {
  const { pathname, hash } = window.location
  if (hash.length > 2) return
  const scanned = /^\/c\/([^/]+)/.exec(pathname)?.[1]
  if (scanned) window.history.replaceState(null, '', `/#${paths.code(decoded(scanned))}`)
  else if (/^\/office\/?$/.test(pathname)) window.history.replaceState(null, '', `/#${paths.office}`)
}

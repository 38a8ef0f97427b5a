import { placeInScan } from '#domain/divisions'
import { decoded } from './decoded'
import { paths } from './paths'

/**
 * What is printed or passed on becomes a page: `/c/<token>` a card, `/p/<place>` a poster, `/a/<id>` an article, `/r/` the anonymous report,
 * `/office` the officers' desk. To be called before the router looks at the address.
 */
export function adoptAddress(): void {
  const { pathname, hash } = window.location
  if (hash.length > 2) return
  const page = pageOf(pathname)
  if (page !== undefined) window.history.replaceState(null, '', `/#${page}`)
}

function pageOf(pathname: string): string | undefined {
  const [, kind, rest = ''] = /^\/([a-z]+)\/?([^/]*)\/?$/.exec(pathname) ?? []
  const place = placeInScan(pathname)
  if (kind === 'c' && rest) return paths.code(decoded(rest))
  if (kind === 'p' && rest) return place === undefined ? paths.code(decoded(rest)) : paths.place(place, true)
  if (kind === 'a' && rest) return paths.article(decoded(rest))
  if (kind === 'r' && !rest) return paths.report
  return kind === 'office' && !rest ? paths.office : undefined
}

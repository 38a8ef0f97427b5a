import { placeInScan } from '#domain/place/divisions'
import { decoded } from '../scan/decoded'
import { paths } from './paths'

/** Every page that there is. */
const pages = new Set(
  Object.values(paths).map((one) => (typeof one === 'string' ? one : (one as (of: string) => string)('')).split('?')[0]!),
)

/**
 * What is printed or passed on becomes a page: `/c/<token>` a card, `/p/<place>` a poster, `/a/<id>` an article, `/r/` the
 * anonymous report, `/office` the officers' desk. To be called before the router looks at the address.
 */
export function adoptAddress(): void {
  const { pathname, hash } = window.location
  if (pages.has(hash.slice(1).split('?')[0]!)) return
  // A hash that is no page of ours was put there by somebody else (`#wechat_redirect`): what is printed counts, and else home.
  const page = pageOf(pathname) ?? (hash.length > 2 ? paths.home : undefined)
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

import type { Me } from '#contract/identity/actions'
import type { CodeToken } from '#domain/access/code-token'
import { paths } from '../../../services/pages/paths'

/**
 * The page that opens once this phone is bound, or nothing while it is not. A child's card lets its guardian see the file, as
 * one more of `relatives`. Where another card was bound before, only a new name says that this one is; or the person does, by
 * pressing (`sure`).
 */
export function destinationOf(token: CodeToken, before: Me | undefined, me: Me, sure: boolean): string | undefined {
  const known = new Set(before?.relatives.map(({ proxyId }) => proxyId))
  const child = me.relatives.find(({ proxyId }) => !known.has(proxyId))
  if (child) return paths.mine(child.proxyId)
  return me.farmer && (sure || !before?.farmer || before.title !== me.title) ? paths.code(token) : undefined
}

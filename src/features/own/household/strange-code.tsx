import type { StrangerPage } from '#contract/household/actions'
import type { CodeToken } from '#domain/access/code-token'
import { Waiting } from '../../../ui/read/waiting'
import type { Standing } from './not-yours'
import { NotYours } from './not-yours'
import { StrangerWelcome } from './stranger-welcome'

/**
 * A code with nothing behind it for this person: the public page, and for whoever is signed in a word that it is not theirs.
 * `as`: nothing while that is being found out.
 */
export function StrangeCode({ as, page, token }: { as: Standing | undefined; page: StrangerPage; token: CodeToken }) {
  if (as === undefined) return <Waiting />
  return as === 'nobody' ? <StrangerWelcome page={page} token={token} /> : <NotYours as={as} page={page} />
}

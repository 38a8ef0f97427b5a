import { useState } from 'react'
import type { CodeToken } from '#domain/code-token'
import type { StrangerPage } from '#contract/household'
import { go, paths } from '../../services/paths'
import { Waiting } from '../../ui/waiting'
import { usePull } from '../../ui/use-pull'
import { WhenReady } from '../../ui/when-ready'
import { HouseholdFile } from './household-file'
import type { Standing } from './not-yours'
import { NotYours } from './not-yours'
import { PurposeQuestion } from './purpose-question'
import { StatedHousehold } from './stated-household'
import { StrangerWelcome } from './stranger-welcome'
import type { Stated } from './use-household'
import { useCodePage } from './use-household'

/** What lies behind a code for this person: their own file, the question why, or the public page; whoever is signed in and has no claim is told that. */
export function ScannedHousehold({ token, as }: { token: CodeToken; as: Standing | undefined }) {
  const query = useCodePage(token)
  const [stated, setStated] = useState<Stated>()
  usePull(query)
  return (
    <WhenReady query={query}>
      {(page) => {
        if (page.kind === 'stranger') return <NoFile as={as} page={page} token={token} />
        if (page.kind === 'household') return <HouseholdFile file={page} token={token} onDetails={() => go(paths.details(token))} />
        return stated ? <StatedHousehold token={token} stated={stated} /> : <PurposeQuestion asked={page} token={token} onStated={setStated} />
      }}
    </WhenReady>
  )
}

function NoFile({ as, page, token }: { as: Standing | undefined; page: StrangerPage; token: CodeToken }) {
  if (as === undefined) return <Waiting />
  return as === 'nobody' ? <StrangerWelcome page={page} token={token} /> : <NotYours as={as} page={page} />
}

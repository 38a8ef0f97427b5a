import { useState } from 'react'
import type { CodeToken } from '#domain/code-token'
import { usePull } from '../../ui/use-pull'
import { WhenReady } from '../../ui/when-ready'
import { HouseholdFile } from './household-file'
import { PurposeQuestion } from './purpose-question'
import { StatedHousehold } from './stated-household'
import { StrangerWelcome } from './stranger-welcome'
import type { Stated } from './use-household'
import { useCodePage } from './use-household'

/** What lies behind a code for this person: their own file, the question why, or the public page. */
export function ScannedHousehold({ token }: { token: CodeToken }) {
  const query = useCodePage(token)
  const [stated, setStated] = useState<Stated>()
  usePull(query)
  return (
    <WhenReady query={query}>
      {(page) => {
        if (page.kind === 'stranger') return <StrangerWelcome page={page} token={token} />
        if (page.kind === 'household') return <HouseholdFile file={page} token={token} />
        return stated ? <StatedHousehold token={token} stated={stated} /> : <PurposeQuestion asked={page} token={token} onStated={setStated} />
      }}
    </WhenReady>
  )
}

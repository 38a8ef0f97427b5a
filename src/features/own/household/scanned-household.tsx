import type { ReactNode } from 'react'
import { useState } from 'react'
import type { CodeToken } from '#domain/access/code-token'
import type { StrangerPage } from '#contract/household/actions'
import { go, paths } from '../../../services/pages/paths'
import { usePull } from '../../../ui/read/use-pull'
import type { Stated } from '../../../ui/act/purpose-choice'
import { WhenReady } from '../../../ui/read/when-ready'
import { HouseholdFile } from './household-file'
import { PurposeQuestion } from './purpose-question'
import { StatedHousehold } from './stated-household'
import { useCodePage } from './use-household'

/** What lies behind a code for this person: their own file, the question why, or what is `strange` to them. */
export function ScannedHousehold({ token, strange }: { token: CodeToken; strange: (page: StrangerPage) => ReactNode }) {
  const query = useCodePage(token)
  const [stated, setStated] = useState<Stated>()
  usePull(query)
  return (
    <WhenReady query={query}>
      {(page) => {
        if (page.kind === 'stranger') return strange(page)
        if (page.kind === 'household')
          return (
            <HouseholdFile
              file={page}
              token={token}
              onDetails={() => go(page.relation === 'self' ? paths.money() : paths.details(token))}
            />
          )
        return stated ? (
          <StatedHousehold token={token} stated={stated} />
        ) : (
          <PurposeQuestion asked={page} token={token} onStated={setStated} />
        )
      }}
    </WhenReady>
  )
}

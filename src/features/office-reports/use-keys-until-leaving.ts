import { useEffect } from 'react'
import { deskKey } from '../../services/office-call'
import { queryClient } from '../../services/query-client'
import { forgetKeys, forgetKeysOnLeaving } from '../../services/report-keys'

/** Keys are forgotten with the room, the window and the session: behind a door that has shut nothing stays open. */
export function useKeysUntilLeaving(): void {
  useEffect(() => {
    const stop = forgetKeysOnLeaving()
    const stopWatching = queryClient.getQueryCache().subscribe(() => { if (queryClient.getQueryData(deskKey) === null) forgetKeys() })
    return () => { stopWatching(); stop() }
  }, [])
}

import { useMutation, useQuery } from '@tanstack/react-query'
import type { Me } from '#contract/identity/actions'
import { call } from '../../../services/wire/call'
import { callErrorOf } from '../../../services/wire/reply'
import { enterOnce, entering } from '../../../services/wire/enter'
import { erasePersonal } from '../../../services/keep/kept'
import { phoneKey } from '../../../services/sealing/phone-key'
import { queryClient } from '../../../services/wire/query-client'
import { forgetSession, mayBeKnown, setSession } from '../../../services/wire/session'

const nobody: Me = { signedIn: false, farmer: false, relatives: [] }

const meKey = ['own', 'me']

/** Who is signed in here; without a session the server is not asked. */
export const useMe = () => useQuery({ queryKey: meKey, queryFn: askWhoIAm })

async function askWhoIAm(): Promise<Me> {
  await entering()
  if (!mayBeKnown()) return nobody
  const me = await call('identity', 'me', {})
  if (me.signedIn) return me
  const now = (await enterOnce()) ? await call('identity', 'me', {}) : me
  // Whose session has run out, or whose phone was unbound from another one, leaves nothing behind. One that waits for its
  // binding was nobody before, and stays.
  if (!now.signedIn && queryClient.getQueryData<Me>(meKey)?.signedIn) await forgetPerson()
  return now
}

async function forgetPerson(): Promise<void> {
  forgetSession()
  await erasePersonal(queryClient)
}

/** Redeems a one-time code. Whoever was signed in here before leaves nothing behind. */
export const useRedeem = (onSignedIn: () => void) =>
  useMutation({
    mutationFn: async (code: string) => call('identity', 'redeem', { code, ...(await phoneKey()) }),
    onSuccess: async ({ session, me }) => {
      if (session !== undefined) setSession(session)
      await erasePersonal(queryClient)
      queryClient.setQueryData(meKey, me)
      if (me.signedIn) onSignedIn()
    },
  })

/** Ends the session (on WeChat: unbinds) and erases what the phone kept. A session that is already over counts as left. */
export const useLeave = () =>
  useMutation({
    mutationFn: () =>
      call('identity', 'leave', {}).catch((error: unknown) => {
        if (callErrorOf(error)?.code !== 'sign-in') throw error
      }),
    onSuccess: forgetPerson,
  })

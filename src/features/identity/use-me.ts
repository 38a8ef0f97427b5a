import { useMutation, useQuery } from '@tanstack/react-query'
import type { Me } from '#contract/identity'
import { call, callErrorOf } from '../../services/call'
import { enter, entering } from '../../services/enter'
import { erasePersonal } from '../../services/kept'
import { queryClient } from '../../services/query-client'
import { forgetSession, getSession, mayBeKnown, setSession } from '../../services/session'

const nobody: Me = { signedIn: false, farmer: false, relatives: [] }

/** Who is signed in here; without a session the server is not asked. */
export const useMe = () => useQuery({ queryKey: ['own', 'me'], queryFn: askWhoIAm })

async function askWhoIAm(): Promise<Me> {
  await entering()
  if (!mayBeKnown()) return nobody
  const me = await call('identity', 'me', {})
  if (me.signedIn || getSession() === '') return me
  // The session has run out. Where the platform vouches, a new one takes its place.
  forgetSession()
  return (await enter()) ? call('identity', 'me', {}) : me
}

/** Redeems a one-time code. Whoever was signed in here before leaves nothing behind. */
export const useRedeem = (onSignedIn: () => void) =>
  useMutation({
    mutationFn: (code: string) => call('identity', 'redeem', { code }),
    onSuccess: async ({ session, me }) => {
      if (session !== undefined) setSession(session)
      await erasePersonal(queryClient)
      queryClient.setQueryData(['own', 'me'], me)
      onSignedIn()
    },
  })

/** Ends the session (on WeChat: unbinds) and erases what the phone kept. A session that is already over counts as left. */
export const useLeave = () =>
  useMutation({
    mutationFn: () => call('identity', 'leave', {}).catch((error: unknown) => {
      if (callErrorOf(error)?.code !== 'sign-in') throw error
    }),
    onSuccess: async () => {
      forgetSession()
      await erasePersonal(queryClient)
    },
  })

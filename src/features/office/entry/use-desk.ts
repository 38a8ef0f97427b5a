import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import type { DeskMe } from '#contract/office/desk'
import { call } from '../../../services/wire/call'
import { callErrorOf } from '../../../services/wire/reply'
import { erasePersonal } from '../../../services/keep/kept'
import { deskKey, recountDesk } from '../../../services/desk/office-call'
import { getDevice, keepDevice } from '../../../services/desk/office-device'
import { goAnew, paths } from '../../../services/pages/paths'
import { queryClient } from '../../../services/wire/query-client'
import { forgetSession, setSession } from '../../../services/wire/session'
import { forgetUnfinished } from '../../../services/keep/unfinished'

/**
 * Whose desk this is; `null` when somebody has to sign in. Asked without a session too: outside the intranet the answer is no
 * to anyone.
 */
export const useDesk = () => useQuery<DeskMe | null>({ queryKey: deskKey, queryFn: () => call('office', 'me', {}).catch(nobodyOr) })

function nobodyOr(error: unknown): null {
  if (callErrorOf(error)?.code === 'sign-in') return null
  throw error
}

/** Whom an invitation is for, and the secret that an authenticator takes. */
export type EnrolTicket = OutputOf<typeof office.enrolStart>

type Entered = OutputOf<typeof office.signIn>

/** The farmer's pages in this browser use the same session: whoever was signed in here before leaves nothing behind. */
async function sitDown({ session, device, me }: Entered): Promise<void> {
  setSession(session)
  keepDevice(device)
  await erasePersonal(queryClient)
  queryClient.setQueryData(deskKey, me)
}

/** A refusal may come from the network, not from what was typed: then `useDesk` hears it too. */
const onError = (error: Error): void => {
  if (callErrorOf(error)?.code === 'not-allowed') recountDesk()
}

export const useSignIn = () =>
  useMutation({
    mutationFn: (typed: { login: string; passphrase: string; totp: string }) => call('office', 'signIn', { ...typed, device: getDevice() }),
    onSuccess: sitDown,
    onError,
  })

export const useEnrolStart = () => useMutation({ mutationFn: (code: string) => call('office', 'enrolStart', { code }), onError })

export const useEnrol = () =>
  useMutation({ mutationFn: (typed: InputOf<typeof office.enrol>) => call('office', 'enrol', typed), onSuccess: sitDown, onError })

/** Ends the session; one that is over already counts as ended. */
export const useStandUp = () =>
  useMutation({
    mutationFn: () => call('office', 'signOut', {}).catch(nobodyOr),
    onSuccess: async () => {
      forgetSession()
      forgetUnfinished()
      await erasePersonal(queryClient)
      goAnew(paths.office)
    },
  })

import { useMutation } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { officeGrantsKey } from '../../../services/desk/office-grants'
import { queryClient } from '../../../services/wire/query-client'

/** What was decided shows in the table and in the menu's counts; a grant that somebody else decided meanwhile shows, too. */
const onSettled = async (): Promise<void> => {
  recountDesk()
  await queryClient.invalidateQueries({ queryKey: officeGrantsKey })
}

type Input<Name extends keyof typeof office> = InputOf<(typeof office)[Name]>

export const useAsk = () => useMutation({ mutationFn: (wish: Input<'askGrant'>) => ask('office', 'askGrant', wish), onSettled })
export const useDecide = () =>
  useMutation({ mutationFn: (decision: Input<'decideGrant'>) => ask('office', 'decideGrant', decision), onSettled })
export const useRevoke = () => useMutation({ mutationFn: (order: Input<'revokeGrant'>) => ask('office', 'revokeGrant', order), onSettled })
export const useAcknowledge = () => useMutation({ mutationFn: (id: string) => ask('office', 'acknowledge', { id }), onSettled })

import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'staff']
/** What was decided shows in the lists and in the menu's counts; a wish that somebody else decided meanwhile shows, too. */
const onSettled = (): void => {
  recountDesk()
  void queryClient.invalidateQueries({ queryKey: key })
}

type Input<Name extends keyof typeof office> = InputOf<(typeof office)[Name]>

export const useStaff = () => useQuery({ queryKey: key, queryFn: () => ask('office', 'staff', {}) })
export const useAskStaff = () => useMutation({ mutationFn: (whom: Input<'askStaff'>) => ask('office', 'askStaff', whom), onSettled })
export const useDecideStaff = () =>
  useMutation({ mutationFn: (word: Input<'decideStaff'>) => ask('office', 'decideStaff', word), onSettled })
export const useWithdrawStaff = () => useMutation({ mutationFn: (id: string) => ask('office', 'withdrawStaff', { id }), onSettled })
export const useSeeStaff = () => useMutation({ mutationFn: (id: string) => ask('office', 'seeStaff', { id }), onSettled })
export const useRemove = () => useMutation({ mutationFn: (id: string) => ask('office', 'removeStaff', { id }), onSettled })
export const useFindWorkers = () => useMutation({ mutationFn: (name: string) => ask('office', 'findWorkers', { name }) })

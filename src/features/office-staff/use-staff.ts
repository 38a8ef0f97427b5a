import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/action'
import type { office } from '#contract/office'
import { ask } from '../../services/office-call'
import { queryClient } from '../../services/query-client'

const key = ['passing', 'office', 'staff']
const onSuccess = (): void => { void queryClient.invalidateQueries({ queryKey: key }) }

export const useStaff = () => useQuery({ queryKey: key, queryFn: () => ask('office', 'staff', {}) })
export const useInvite = () => useMutation({ mutationFn: (whom: InputOf<typeof office.invite>) => ask('office', 'invite', whom), onSuccess })
export const useRemove = () => useMutation({ mutationFn: (id: string) => ask('office', 'removeStaff', { id }), onSuccess })
export const useFindWorkers = () => useMutation({ mutationFn: (name: string) => ask('office', 'findWorkers', { name }) })

import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { field } from '#contract/field/actions'
import { call } from '../../../services/wire/call'
import { queryClient } from '../../../services/wire/query-client'

/** Who in one's own villages is to be asked. */
export const useCalls = () => useQuery({ queryKey: ['own', 'calls'], queryFn: () => call('field', 'calls', {}) })

/** One of them. Each asking is on record, so it is asked once; nothing of it stays on the worker's phone. */
export const useCallAt = (id: string) =>
  useQuery({
    queryKey: ['passing', 'call', id],
    queryFn: () => call('field', 'callAt', { id }),
    ...{ staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  })

export const useHeard = () =>
  useMutation({
    mutationFn: (heard: InputOf<typeof field.call>) => call('field', 'call', heard),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['own', 'calls'] }),
  })

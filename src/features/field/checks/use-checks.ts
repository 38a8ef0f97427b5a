import { useMutation, useQuery } from '@tanstack/react-query'
import type { Day } from '#domain/time/dates'
import type { HomeCheckFound } from '#domain/work/home-check'
import { call } from '../../../services/wire/call'
import { queryClient } from '../../../services/wire/query-client'

/** Home checks that wait in one's own villages. */
export const useChecks = () => useQuery({ queryKey: ['own', 'checks'], queryFn: () => call('field', 'checks', {}) })

/** One of them. Each asking is on record, so it is asked once; nothing of it stays on the worker's phone. */
export const useCheckAt = (id: string) =>
  useQuery({
    queryKey: ['passing', 'check', id],
    queryFn: () => call('field', 'checkAt', { id }),
    ...{ staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  })

export const useSendCheck = () =>
  useMutation({
    mutationFn: (made: { id: string; on: Day; found: HomeCheckFound }) => call('field', 'check', made),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['own', 'checks'] }),
  })

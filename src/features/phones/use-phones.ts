import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from '../../services/call'
import { queryClient } from '../../services/query-client'

const key = ['own', 'phones']

/** The phones bound to this person. */
export const usePhones = () => useQuery({ queryKey: key, queryFn: () => call('identity', 'phones', {}) })

export const useUnbind = () =>
  useMutation({
    mutationFn: (id: string) => call('identity', 'unbind', { id }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key }),
  })

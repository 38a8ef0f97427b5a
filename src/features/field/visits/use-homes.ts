import { useQuery } from '@tanstack/react-query'
import type { CodeToken } from '#domain/access/code-token'
import { call } from '../../../services/wire/call'
import type { Stated } from '../../../ui/act/purpose-choice'

/** As many as the phone keeps beside its other answers (services/keep/kept); later turns are reached by their card. */
const mostKept = 250

/** One's own households, whose turn it is first; kept on the phone with its date. */
export const useHomes = () =>
  useQuery({
    queryKey: ['own', 'homes'],
    queryFn: async () => {
      const { homes, more, ...rest } = await call('field', 'homes', {})
      return { ...rest, homes: homes.slice(0, mostKept), more: more + Math.max(0, homes.length - mostKept) }
    },
  })

/** Which household: chosen from the list, or by its card. */
export interface Named {
  id?: string | undefined
  token?: CodeToken | undefined
}

/** One of them, for a stated purpose. Each asking is on record, so it is asked once; nothing of it stays on the worker's phone. */
export const useHomeAt = ({ id, token }: Named, stated: Stated) =>
  useQuery({
    queryKey: ['passing', 'home', id ?? token, stated.purpose, stated.consent],
    queryFn: () => call('field', 'homeAt', { ...(id !== undefined ? { householdId: id } : { token }), ...stated }),
    ...{ staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  })

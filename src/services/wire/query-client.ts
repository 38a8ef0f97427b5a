import { QueryClient } from '@tanstack/react-query'
import { callErrorOf } from './reply'

/**
 * Keys begin with how long an answer may live:
 * `public` and `own` are kept on the phone (own: erased at leaving), `passing` is forgotten with its page.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A phone that is offline fails at once and shows what it kept, instead of waiting in silence.
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 30_000,
      gcTime: Infinity,
      retry: (failures, error) => failures < 1 && callErrorOf(error)?.code === 'unreachable',
    },
    mutations: { networkMode: 'always' },
  },
})

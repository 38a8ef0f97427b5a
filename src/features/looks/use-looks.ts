import { useMutation, useQuery } from '@tanstack/react-query'
import type { Looks } from '#contract/farmer'
import { call } from '../../services/call'
import { queryClient } from '../../services/query-client'
import { keepSeenLooks, readSeenLooks } from '../../services/seen-looks'
import type { Odd } from './compare'
import { compareLooks, rememberLooks } from './compare'

/** Who looked, held against what this phone saw earlier. */
export const useLooks = () => useQuery<Looks & { odd: Odd }>({ queryKey: ['own', 'looks'], queryFn: askAndCompare })

async function askAndCompare(): Promise<Looks & { odd: Odd }> {
  const answer = await call('household', 'looks', {})
  const seen = readSeenLooks()
  keepSeenLooks(rememberLooks(seen, answer))
  return { ...answer, odd: compareLooks(seen, answer) }
}

/** “这不对”. */
export const useComplain = (lookId: string) =>
  useMutation({
    mutationFn: (words: string) => call('household', 'complain', { lookId, words }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['own', 'looks'] })
      void queryClient.invalidateQueries({ queryKey: ['own', 'requests'] })
    },
  })

import { useMutation, useQuery } from '@tanstack/react-query'
import type { OwnVisits } from '#contract/household/own-visits'
import type { VisitWordSaid } from '#domain/work/visit-words'
import { call } from '../../../services/wire/call'
import { queryClient } from '../../../services/wire/query-client'

const keyOf = (proxyId: string | undefined) => ['own', 'household', 'visits', proxyId ?? 'mine']
const whose = (proxyId: string | undefined) => (proxyId === undefined ? {} : { proxyId })

export const useOwnVisits = (proxyId: string | undefined) =>
  useQuery<OwnVisits>({ queryKey: keyOf(proxyId), queryFn: () => call('household', 'visits', whose(proxyId)) })

/** One word about one visit; sent again it is the same word. The visit then stands as the answer has it. */
export const useSayOfVisit = (proxyId: string | undefined) =>
  useMutation({
    mutationFn: (word: { visitId: string; said: VisitWordSaid }) => call('household', 'confirmVisit', { ...whose(proxyId), ...word }),
    onSuccess: ({ visit }) => {
      queryClient.setQueryData<OwnVisits>(
        keyOf(proxyId),
        (all) => all && { ...all, visits: all.visits.map((one) => (one.id === visit.id ? visit : one)) },
      )
      void queryClient.invalidateQueries({ queryKey: ['own', 'requests'] })
    },
  })

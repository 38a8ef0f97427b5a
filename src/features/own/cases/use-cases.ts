import { useMutation, useQuery } from '@tanstack/react-query'
import type { ToldCase } from '#contract/call/told-case'
import { call } from '../../../services/wire/call'
import { queryClient } from '../../../services/wire/query-client'

const key = (proxyId: string | undefined) => ['own', 'cases', proxyId ?? 'self']
const of = (proxyId: string | undefined) => (proxyId === undefined ? {} : { proxyId })

/** What is being done about the own household on the register, or about that of a relative who lets this account see. */
export const useCases = (proxyId?: string) =>
  useQuery({ queryKey: key(proxyId), queryFn: () => call('household', 'cases', of(proxyId)), retry: false })

export const useAppeal = (id: string, proxyId?: string) =>
  useMutation({
    mutationFn: (words: string) => call('household', 'appeal', { id, words, ...of(proxyId) }),
    onSuccess: ({ case: appealed }) => {
      queryClient.setQueryData<{ cases: ToldCase[] }>(
        key(proxyId),
        (before) => before && { cases: before.cases.map((one) => (one.id === appealed.id ? appealed : one)) },
      )
    },
  })

/** What one may choose as hardest, in the county's words. */
export const useHardships = (enabled: boolean) =>
  useQuery({ queryKey: ['public', 'apply-form', ''], queryFn: () => call('bulletin', 'applyForm', {}), enabled })

export const useNeed = () =>
  useMutation({
    mutationFn: (asked: { hardship: string; words?: string }) => call('household', 'apply', asked),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['own', 'cases'] }),
  })

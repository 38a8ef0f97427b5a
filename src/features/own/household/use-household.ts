import { useQuery } from '@tanstack/react-query'
import type { HouseholdFile, LookupPage } from '#contract/household/actions'
import type { CodeToken } from '#domain/access/code-token'
import { call } from '../../../services/wire/call'
import { queryClient } from '../../../services/wire/query-client'
import type { Stated } from '../../../ui/act/purpose-choice'

const mineKey = ['own', 'household', 'mine']

/** The page behind a scanned code, as this person may see it; their own household is kept on the phone, for 我的一户 too. */
export const useCodePage = (token: CodeToken) =>
  useQuery<LookupPage>({
    queryKey: ['own', 'household', token],
    queryFn: async () => {
      const page = await call('household', 'lookup', { token })
      if (page.kind === 'household' && page.relation === 'self') queryClient.setQueryData(mineKey, page)
      return page
    },
    refetchOnWindowFocus: false,
  })

/**
 * A worker's look at a household, for a stated purpose. Each asking is written down on the server, so it is asked once,
 * and nothing of it stays on the worker's phone.
 */
export const useStatedLookup = (token: CodeToken, stated: Stated) =>
  useQuery<LookupPage>({
    queryKey: ['passing', 'household', token, stated.purpose, stated.consent],
    queryFn: () => call('household', 'lookup', { token, ...stated }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** The signed-in farmer's own household, or one that a relative lets this account see. */
export const useMine = (enabled = true, proxyId?: string) =>
  useQuery<HouseholdFile>({
    queryKey: proxyId === undefined ? mineKey : [...mineKey, proxyId],
    queryFn: () => call('household', 'mine', proxyId === undefined ? {} : { proxyId }),
    enabled,
  })

/** The file that is open on the page before, reached by this card; asking again would be another look on record. */
export const seenBehind = (token: CodeToken): HouseholdFile | undefined =>
  queryClient
    .getQueriesData<LookupPage>({ predicate: ({ queryKey }) => queryKey[1] === 'household' && queryKey[2] === token })
    .flatMap(([, page]) => (page?.kind === 'household' ? [page] : []))[0]

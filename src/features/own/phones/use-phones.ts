import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { identity } from '#contract/identity/actions'
import { call } from '../../../services/wire/call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['own', 'phones']
const newsKey = ['own', 'news']
type Held = InputOf<typeof identity.vouch>

/** The phones bound to this person. */
export const usePhones = () => useQuery({ queryKey: key, queryFn: () => call('identity', 'phones', {}) })

/** What was issued for the household and does not count yet. */
export const useNews = () => useQuery({ queryKey: newsKey, queryFn: () => call('identity', 'news', {}) })

const anew = () => Promise.all([key, newsKey, ['own', 'proxies']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))

export const useUnbind = () => useMutation({ mutationFn: (id: string) => call('identity', 'unbind', { id }), onSuccess: anew })

/** “是我”. */
export const useVouch = () => useMutation({ mutationFn: (held: Held) => call('identity', 'vouch', held), onSuccess: anew })

/** “拦下”. */
export const useStop = () => useMutation({ mutationFn: (held: Held) => call('identity', 'stop', held), onSuccess: anew })

/** Ends a trust that a lost phone made. */
export const useEndTrust = () => useMutation({ mutationFn: (id: string) => call('household', 'disallow', { id }), onSuccess: anew })

import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { bulletin } from '#contract/bulletin/actions'
import { call } from '../../../services/wire/call'
import { sentOnce } from '../../../services/wire/sent-once'
import { draftKeyKeeper, keepSent } from './draft'

const send = sentOnce(
  (suggestion: Omit<InputOf<typeof bulletin.suggest>, 'key'>) => call('bulletin', 'suggest', suggestion),
  draftKeyKeeper,
)

/** Sends a suggestion; its receipt comes back once and is kept at once, even if nobody waits on the page any more. */
export const useSuggest = () => useMutation({ mutationFn: send, onSuccess: keepSent })

/** What became of a suggestion; not kept, whoever has the receipt may ask again. */
export const useSuggestion = (receipt: string) =>
  useQuery({
    queryKey: ['passing', 'suggestion', receipt],
    queryFn: () => call('bulletin', 'suggestion', { receipt }),
    enabled: receipt !== '',
    gcTime: 0,
    retry: false,
  })

/** Questions answered in public, newest first, page by page. */
export const useAnswers = () =>
  useInfiniteQuery({
    queryKey: ['public', 'answers'],
    queryFn: ({ pageParam }) => call('bulletin', 'answers', pageParam === '' ? {} : { after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

/** Counts of this year. */
export const useFigures = () => useQuery({ queryKey: ['public', 'figures'], queryFn: () => call('bulletin', 'figures', {}) })

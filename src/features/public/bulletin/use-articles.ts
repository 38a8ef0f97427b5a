import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { ArticleCard } from '#contract/bulletin/actions'
import { call } from '../../../services/wire/call'
import { keepSaid } from './said-understood'

export type Column = ArticleCard['column']

/** One column, newest first, page by page. */
export const useColumn = (column: Column) =>
  useInfiniteQuery({
    queryKey: ['public', 'column', column],
    queryFn: ({ pageParam }) => call('bulletin', 'list', pageParam === '' ? { column } : { column, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const useArticle = (id: string) => useQuery({ queryKey: ['public', 'article', id], queryFn: () => call('bulletin', 'read', { id }) })

/** What speaks of these words. Not kept: what somebody looked for is nobody else's who takes up this phone. */
export const useSearch = (words: string) =>
  useQuery({ queryKey: ['passing', 'search', words], queryFn: () => call('bulletin', 'search', { words }), enabled: words !== '' })

/** 看懂了 or 没看懂, remembered once the county has noted it. */
export const useFeedback = (id: string) =>
  useMutation({
    mutationFn: (understood: boolean) => call('bulletin', 'feedback', { id, understood }),
    onSuccess: (_noted, understood) => keepSaid(id, understood),
  })

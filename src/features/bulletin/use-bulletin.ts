import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ArticleCard } from '#contract/bulletin'
import { call } from '../../services/call'

export type Column = ArticleCard['column']

/** County, telephone and newest titles; no sign-in. */
export const useBulletinHome = () => useQuery({ queryKey: ['public', 'home'], queryFn: () => call('bulletin', 'home', {}) })

/** One column, newest first, page by page. */
export const useColumn = (column: Column) =>
  useInfiniteQuery({
    queryKey: ['public', 'column', column],
    queryFn: ({ pageParam }) => call('bulletin', 'list', pageParam === '' ? { column } : { column, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const useArticle = (id: string) => useQuery({ queryKey: ['public', 'article', id], queryFn: () => call('bulletin', 'read', { id }) })

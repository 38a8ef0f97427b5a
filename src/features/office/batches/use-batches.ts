import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import { ask } from '../../../services/desk/office-call'

const key = ['passing', 'office', 'batches']
const fileKey = (id: string) => [...key, 'file', id]

export type Wanted = InputOf<typeof office.batches>
export type WantedDifferences = InputOf<typeof office.batchDifferences>

/** A view of the list, page by page. */
export const useBatches = (wanted: Wanted) =>
  useInfiniteQuery({
    queryKey: [...key, 'list', wanted],
    queryFn: ({ pageParam }) => ask('office', 'batches', pageParam === '' ? wanted : { ...wanted, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ ...pages.at(-1)!, rows: pages.flatMap(({ rows }) => rows) }),
  })

export const useBatch = (id: string) => useQuery({ queryKey: fileKey(id), queryFn: () => ask('office', 'batch', { id }) })

/** Before → after, page by page. */
export const useDifferences = (wanted: WantedDifferences) =>
  useInfiniteQuery({
    queryKey: [...key, 'differences', wanted],
    queryFn: ({ pageParam }) => ask('office', 'batchDifferences', pageParam === '' ? wanted : { ...wanted, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    placeholderData: keepPreviousData,
  })

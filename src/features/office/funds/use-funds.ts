import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { supervision } from '#contract/supervision/actions'
import { ask } from '../../../services/desk/office-call'

const key = ['passing', 'office', 'funds']
/** Sums that are being counted anew are asked for again after so many ms. */
const whileCounting = 3_000

export type WantedSums = InputOf<typeof supervision.moneySums>
export type WantedClaims = Omit<InputOf<typeof supervision.moneyClaims>, 'after'>

export const useSums = (wanted: WantedSums) =>
  useQuery({
    queryKey: [...key, 'sums', wanted],
    queryFn: () => ask('supervision', 'moneySums', wanted),
    // What may be chosen stays in sight while other sums are on their way.
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.counting ? whileCounting : false),
  })

/** The dues behind a number, page by page. Each page is on record. */
export const useClaims = (wanted: WantedClaims) =>
  useInfiniteQuery({
    queryKey: [...key, 'claims', wanted],
    queryFn: ({ pageParam }) => ask('supervision', 'moneyClaims', pageParam === '' ? wanted : { ...wanted, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ total: pages.at(-1)!.total, rows: pages.flatMap(({ rows }) => rows) }),
  })

export const useClaim = (id: string, grantId: string | undefined) =>
  useQuery({
    queryKey: [...key, 'claim', id, grantId],
    queryFn: () => ask('supervision', 'moneyClaim', { id, ...(grantId !== undefined && { grantId }) }),
  })

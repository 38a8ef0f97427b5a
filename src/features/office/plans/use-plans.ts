import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { PlanView } from '#contract/call/plan'
import type { InputOf } from '#contract/call/action'
import type { supervision } from '#contract/supervision/actions'
import { ask } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'plans']
const fileKey = (householdId: string) => [...key, 'file', householdId]
export type Wanted = InputOf<typeof supervision.plans>

/** A view of the list, page by page. */
export const usePlans = (wanted: Wanted) =>
  useInfiniteQuery({
    queryKey: [...key, 'list', wanted],
    queryFn: ({ pageParam }) => ask('supervision', 'plans', pageParam === '' ? wanted : { ...wanted, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ ...pages.at(-1)!, rows: pages.flatMap(({ rows }) => rows) }),
  })

export const usePlan = (householdId: string) =>
  useQuery({ queryKey: fileKey(householdId), queryFn: () => ask('supervision', 'plan', { householdId }) })

/** One act on a plan; what somebody else did meanwhile shows, too. */
export const useDoing = (act: () => Promise<PlanView>, onDone: () => void) =>
  useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queryClient.setQueryData(fileKey(view.householdId), view)
      onDone()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  })

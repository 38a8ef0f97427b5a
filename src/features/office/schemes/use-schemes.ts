import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'schemes']
type Wanted = InputOf<typeof office.schemeMembers>

export const useSchemes = () => useQuery({ queryKey: [...key, 'list'], queryFn: () => ask('office', 'schemes', {}) })
export const useScheme = (id: string) => useQuery({ queryKey: [...key, 'scheme', id], queryFn: () => ask('office', 'scheme', { id }) })
export const useMember = (id: string) =>
  useQuery({ queryKey: [...key, 'member', id], queryFn: () => ask('office', 'schemeMember', { id }) })

/** The households behind a number, page by page. */
export const useMembers = (wanted: Wanted) =>
  useInfiniteQuery({
    queryKey: [...key, 'members', wanted],
    queryFn: ({ pageParam }) => ask('office', 'schemeMembers', pageParam === '' ? wanted : { ...wanted, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ ...pages.at(-1)!, rows: pages.flatMap(({ rows }) => rows) }),
  })

/** The caller's usable grants: a household is found under one. */
export const useUsableGrants = () =>
  useQuery({ queryKey: ['passing', 'office', 'usable'], queryFn: () => ask('supervision', 'grants', {}), select: ({ grants }) => grants })

/** One act; every number that follows from it is asked for again. */
export const useDoing = <Done>(act: () => Promise<Done>, onDone: (done: Done) => void) =>
  useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => {
      recountDesk()
      return queryClient.invalidateQueries({ queryKey: key })
    },
  })

import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { LikenessFile } from '#contract/office/likenesses'
import type { office } from '#contract/office/actions'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'likenesses']
const fileKey = (id: string) => [...key, 'file', id]

export type LikenessView = InputOf<typeof office.likenesses>['view']
export type Decision = InputOf<typeof office.decideLikeness>

/** Pairs of a view, page by page. */
export const useLikenesses = (view: LikenessView) =>
  useInfiniteQuery({
    queryKey: [...key, 'list', view],
    queryFn: ({ pageParam }) => ask('office', 'likenesses', pageParam === '' ? { view } : { view, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ ...pages.at(-1)!, rows: pages.flatMap(({ rows }) => rows) }),
  })

/** Every look is recorded for both people: none is taken by itself. */
export const useLikeness = (id: string) =>
  useQuery({
    queryKey: fileKey(id),
    queryFn: () => ask('office', 'likeness', { id }),
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

export const useDecideLikeness = (onDone: (file: LikenessFile) => void) =>
  useMutation({
    mutationFn: (decision: Decision) => ask('office', 'decideLikeness', decision),
    onSuccess: (file) => {
      queryClient.setQueryData(fileKey(file.id), file)
      onDone(file)
    },
    onSettled: () => {
      recountDesk()
      return queryClient.invalidateQueries({ queryKey: [...key, 'list'] })
    },
  })

import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import type { CaseFile } from '#contract/office/cases'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'cases']
const fileKey = (id: string) => [...key, 'file', id]

export type Wanted = InputOf<typeof office.cases>
export type Opening = InputOf<typeof office.openCase>
export type Way = InputOf<typeof office.caseSubject>

/** A view of the list, page by page. */
export const useCases = (wanted: Wanted) =>
  useInfiniteQuery({
    queryKey: [...key, 'list', wanted],
    queryFn: ({ pageParam }) => ask('office', 'cases', pageParam === '' ? wanted : { ...wanted, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ ...pages.at(-1)!, rows: pages.flatMap(({ rows }) => rows) }),
  })

export const useCase = (id: string) => useQuery({ queryKey: fileKey(id), queryFn: () => ask('office', 'case', { id }) })

/** The caller's usable grants: a household on the register is found under one. */
export const useUsableGrants = () =>
  useQuery({ queryKey: ['passing', 'office', 'usable'], queryFn: () => ask('supervision', 'grants', {}), select: ({ grants }) => grants })

/** Recorded and shown to the farmer each time: asked when somebody presses. */
export const useSubject = () => useMutation({ mutationFn: (way: Way) => ask('office', 'caseSubject', way) })

/** One act on a case, or its opening; what somebody else did meanwhile shows, too. */
export const useDoing = (act: () => Promise<CaseFile>, onDone: (file: CaseFile) => void) =>
  useMutation({
    mutationFn: act,
    onSuccess: (file) => {
      queryClient.setQueryData(fileKey(file.row.id), file)
      onDone(file)
    },
    onSettled: () => {
      recountDesk()
      return queryClient.invalidateQueries({ queryKey: key })
    },
  })

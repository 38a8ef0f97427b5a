import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { ReportFile } from '#contract/supervision/reports'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'reports']
const fileKey = (id: string) => [...key, 'file', id]

/** One half of the post, page by page; the figures of the newest answer are of all of it. */
export const useReports = (open: boolean) =>
  useInfiniteQuery({
    queryKey: [...key, open],
    queryFn: ({ pageParam }) => ask('supervision', 'reports', pageParam === '' ? { open } : { open, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ office: pages[0]!.office, figures: pages.at(-1)!.figures, rows: pages.flatMap(({ rows }) => rows) }),
  })

/** A report as it lies with the server: sealed. What is opened of it is kept nowhere. */
export const useReportFile = (id: string) => useQuery({ queryKey: fileKey(id), queryFn: () => ask('supervision', 'reportFile', { id }) })

/** What somebody else did meanwhile shows, too. */
const onSettled = (): Promise<void> => {
  recountDesk()
  return queryClient.invalidateQueries({ queryKey: key })
}

/**
 * One act on a report: sealed, then sent. `onDone` belongs to the asking itself: the piece that asked is gone as soon as the report stands
 * elsewhere. Nothing of the asking is remembered afterwards: it may have had keys in its hands.
 */
export const useAct = <Order>(act: (order: Order) => Promise<ReportFile | { passed: true }>, onDone: () => void) =>
  useMutation({
    mutationFn: act,
    gcTime: 0,
    onSuccess: (reply) => {
      onDone()
      if ('row' in reply) queryClient.setQueryData(fileKey(reply.row.id), reply)
    },
    onSettled,
  })

import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReportFile } from '#contract/report-desk'
import { ask, recountDesk } from '../../services/office-call'
import { queryClient } from '../../services/query-client'

const key = ['passing', 'office', 'reports']
const fileKey = (id: string) => [...key, 'file', id]

export const useReports = (open: boolean) => useQuery({ queryKey: [...key, open], queryFn: () => ask('supervision', 'reports', { open }) })

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

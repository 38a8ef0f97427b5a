import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { AlertFile } from '#contract/supervision/alerts'
import type { OfficerFile, supervision } from '#contract/supervision/actions'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { saveBytes, workbookType } from '../../../services/share/save-file'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'alerts']
const fileKey = (id: string) => [...key, 'file', id]

export type Wanted = InputOf<typeof supervision.alerts>

/** A view of the list, page by page; the counts of the newest answer are of all of it. */
export const useAlerts = (wanted: Wanted) =>
  useInfiniteQuery({
    queryKey: [...key, 'list', wanted],
    queryFn: ({ pageParam }) => ask('supervision', 'alerts', pageParam === '' ? wanted : { ...wanted, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ ...pages.at(-1)!, rows: pages.flatMap(({ rows }) => rows) }),
  })

/** What the list shows, saved by the browser as a workbook. */
export const useAlertsFile = () =>
  useMutation({
    mutationFn: (of: InputOf<typeof supervision.alertsFile>) => ask('supervision', 'alertsFile', of),
    onSuccess: ({ fileName, base64 }) => saveBytes(fileName, [base64], workbookType),
  })

export const useAlert = (id: string) => useQuery({ queryKey: fileKey(id), queryFn: () => ask('supervision', 'alert', { id }) })

export const useAlertFigures = () => useQuery({ queryKey: [...key, 'figures'], queryFn: () => ask('supervision', 'alertFigures', {}) })

/** Recorded and shown to the farmer each time: asked when somebody presses, and never by itself. */
export const useOpenHousehold = () =>
  useMutation({
    mutationFn: (of: { grantId: string; householdId: string; alertId: string }): Promise<OfficerFile> => ask('supervision', 'file', of),
  })

/** One act on an alert; what somebody else did meanwhile shows, too. */
export const useAct = (act: () => Promise<AlertFile>, onDone: (file: AlertFile) => void) =>
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

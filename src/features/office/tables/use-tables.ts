import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { InputOf } from '#contract/call/action'
import type { supervision } from '#contract/supervision/actions'
import type { TableTaken } from '#contract/supervision/tables'
import { ask } from '../../../services/desk/office-call'
import { saveBytes, workbookType } from '../../../services/share/save-file'
import { queryClient } from '../../../services/wire/query-client'

const historyKey = ['passing', 'office', 'exports']

export const useTables = (grantId: string) =>
  useQuery({ queryKey: ['passing', 'office', 'tables', grantId], queryFn: () => ask('supervision', 'tables', { grantId }) })

/** Which rows and columns. */
export type Wanted = InputOf<typeof supervision.tablePreview>

/** Every look at the rows is on record: once, when somebody presses. */
export const usePreview = () => useMutation({ mutationFn: (wanted: Wanted) => ask('supervision', 'tablePreview', wanted) })

const known = (taken: TableTaken): void => {
  queryClient.setQueryData(historyKey, (before: { exports: TableTaken[] } | undefined) => ({
    exports: [taken, ...(before?.exports ?? []).filter(({ id }) => id !== taken.id)],
  }))
}

/** A fresh dynamic code counts for five minutes; then the table is begun. */
export const useTake = () =>
  useMutation({
    mutationFn: async ({ totp, ...input }: InputOf<typeof supervision.export> & { totp: string }) => {
      await ask('office', 'stepUp', { totp })
      return ask('supervision', 'export', input)
    },
    onSuccess: known,
  })

export const useTaken = () => useQuery({ queryKey: historyKey, queryFn: () => ask('supervision', 'exports', {}) })

/** A table that is being made goes on as long as somebody asks how far it is. */
export function useGoingOn({ id, state, done }: TableTaken) {
  const going = useMutation({ mutationFn: () => ask('supervision', 'exportProgress', { id }), onSuccess: known })
  const { mutate, isPending, isError } = going
  useEffect(() => {
    if (state === 'waiting' && !isPending && !isError) mutate()
  }, [state, done, isPending, isError, mutate])
  return going
}

export const useCancel = () => useMutation({ mutationFn: (id: string) => ask('supervision', 'cancelExport', { id }), onSuccess: known })

/** The pieces one after the other, saved as one file. */
export const useDownload = () =>
  useMutation({
    mutationFn: async ({ id, fileName, pieces = 0 }: TableTaken) => {
      const parts: string[] = []
      for (let piece = 0; piece < pieces; piece++) parts.push((await ask('supervision', 'exportPart', { id, piece })).base64)
      saveBytes(fileName, parts, workbookType)
    },
  })

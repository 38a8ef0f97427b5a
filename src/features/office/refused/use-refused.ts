import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf } from '#contract/call/action'
import type { intake } from '#contract/intake/actions'
import { ask } from '../../../services/desk/office-call'
import { saveBytes, workbookType } from '../../../services/share/save-file'
import { queryClient } from '../../../services/wire/query-client'

type Input<Name extends keyof typeof intake> = InputOf<(typeof intake)[Name]>
type Output<Name extends keyof typeof intake> = OutputOf<(typeof intake)[Name]>

export type RefusedRow = Output<'quarantine'>['rows'][number]
export type RefusedCount = Output<'quarantine'>['counts'][number]
/** Which rows: of an agency, for a reason, of a file. */
export type RefusedOf = Pick<Input<'quarantine'>, 'agencyId' | 'code' | 'sha256'>

const key = ['passing', 'office', 'intake', 'refused']
const onSettled = () => queryClient.invalidateQueries({ queryKey: ['passing', 'office', 'intake'] })
/** Every look at somebody's rows is recorded: none is taken by itself. */
const once = {
  staleTime: Infinity,
  retry: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  placeholderData: keepPreviousData,
} as const

/** So often it is asked anew while rows that somebody mended are on their way in, in ms. */
const rhythm = 5000

export const useRefused = (of: RefusedOf, page: string | undefined) =>
  useQuery({
    queryKey: [...key, 'rows', of, page],
    queryFn: () => ask('intake', 'quarantine', { ...of, page }),
    ...once,
    refetchInterval: ({ state }) => (state.data?.rows.some(({ underway }) => underway) ? rhythm : false),
  })

export const useWarned = (of: RefusedOf, page: string | undefined) =>
  useQuery({ queryKey: [...key, 'warned', of, page], queryFn: () => ask('intake', 'warned', { ...of, page }), ...once })

export const useLife = () => useQuery({ queryKey: [...key, 'life'], queryFn: () => ask('intake', 'life', {}) })

/** `onDone` belongs to the asking itself: the row that asked is gone as soon as it went in. */
export const useMend = (onDone: (reply: Output<'mend'>) => void) =>
  useMutation({ mutationFn: (order: Input<'mend'>) => ask('intake', 'mend', order), onSuccess: onDone, onSettled })

export const useDrop = (onDone: () => void) =>
  useMutation({ mutationFn: (order: Input<'dropRows'>) => ask('intake', 'dropRows', order), onSuccess: onDone, onSettled })

export const useSeen = (onDone: () => void) =>
  useMutation({ mutationFn: (order: Input<'seen'>) => ask('intake', 'seen', order), onSuccess: onDone, onSettled })

/** The refused rows as a workbook, part after part, saved by the browser. */
export const useDownload = () =>
  useMutation({
    mutationFn: async (of: RefusedOf) => {
      const first = await ask('intake', 'quarantineFile', { ...of, part: 0 })
      const parts = [first.base64]
      for (let part = 1; part < first.parts; part++) parts.push((await ask('intake', 'quarantineFile', { ...of, part })).base64)
      saveBytes(first.fileName, parts, workbookType)
      return { fileName: first.fileName, rows: first.rows }
    },
  })

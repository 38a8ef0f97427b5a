import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { BatchLineFile } from '#contract/office/batch-lines'
import type { office } from '#contract/office/actions'
import { ask } from '../../../../services/desk/office-call'
import { queryClient } from '../../../../services/wire/query-client'
import { askAnew } from '../use-batches'

const key = ['passing', 'office', 'batch-lines']
const fileKey = (id: string) => [...key, 'file', id]

export type Wanted = InputOf<typeof office.batchLines>
export type Deciding = InputOf<typeof office.decideLines>

/** One page of a batch's lines; the last one stays in sight until the next has come. */
export const useLines = (wanted: Wanted) =>
  useQuery({ queryKey: [...key, 'list', wanted], queryFn: () => ask('office', 'batchLines', wanted), placeholderData: keepPreviousData })

export const useLine = (lineId: string) => useQuery({ queryKey: fileKey(lineId), queryFn: () => ask('office', 'batchLine', { lineId }) })

/** A person's word about lines of a draft. */
export const useDeciding = (onDone: () => void) =>
  useMutation({ mutationFn: (deciding: Deciding) => ask('office', 'decideLines', deciding), onSuccess: onDone, onSettled: askAnew })

/** One act on one line. */
export const useLineDoing = (act: () => Promise<BatchLineFile>, onDone: () => void) =>
  useMutation({
    mutationFn: act,
    onSuccess: (file) => {
      queryClient.setQueryData(fileKey(file.row.id), file)
      onDone()
    },
    onSettled: askAnew,
  })

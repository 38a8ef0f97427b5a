import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import { ask } from '../../../../services/desk/office-call'

const key = ['passing', 'office', 'batch-lines']
const fileKey = (id: string) => [...key, 'file', id]

export type Wanted = InputOf<typeof office.batchLines>

/** One page of a batch's lines; the last one stays in sight until the next has come. */
export const useLines = (wanted: Wanted) =>
  useQuery({ queryKey: [...key, 'list', wanted], queryFn: () => ask('office', 'batchLines', wanted), placeholderData: keepPreviousData })

export const useLine = (lineId: string) => useQuery({ queryKey: fileKey(lineId), queryFn: () => ask('office', 'batchLine', { lineId }) })

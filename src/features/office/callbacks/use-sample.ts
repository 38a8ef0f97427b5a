import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import { ask } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const keyOf = (batchId: string) => ['passing', 'office', 'sample', batchId]

export const useSample = (batchId: string) => useQuery({ queryKey: keyOf(batchId), queryFn: () => ask('office', 'sample', { batchId }) })

/** Draws; refused, what stands by now is shown. */
export const useDraw = (batchId: string) =>
  useMutation({
    mutationFn: (wanted: Omit<InputOf<typeof office.drawSample>, 'batchId'>) => ask('office', 'drawSample', { batchId, ...wanted }),
    onSuccess: (drawn) => queryClient.setQueryData(keyOf(batchId), drawn),
    onError: () => queryClient.invalidateQueries({ queryKey: keyOf(batchId) }),
  })

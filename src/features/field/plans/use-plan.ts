import { useMutation, useQuery } from '@tanstack/react-query'
import type { PlanView } from '#contract/call/plan'
import type { InputOf } from '#contract/call/action'
import type { field } from '#contract/field/actions'
import { call } from '../../../services/wire/call'
import { queryClient } from '../../../services/wire/query-client'

const keyOf = (householdId: string) => ['passing', 'plan', householdId]

/** A household's plan. Each asking is on record, so it is asked once; nothing of it stays on the worker's phone. */
export const usePlan = (householdId: string) =>
  useQuery({
    queryKey: keyOf(householdId),
    queryFn: () => call('field', 'planAt', { householdId }),
    ...{ staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  })

const shown = (view: PlanView) => queryClient.setQueryData(keyOf(view.householdId), view)

export const useWritePlan = () =>
  useMutation({ mutationFn: (made: InputOf<typeof field.writePlan>) => call('field', 'writePlan', made), onSuccess: shown })
export const useNoteMeasure = () =>
  useMutation({ mutationFn: (made: InputOf<typeof field.noteMeasure>) => call('field', 'noteMeasure', made), onSuccess: shown })

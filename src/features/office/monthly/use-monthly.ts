import { useMutation, useQuery } from '@tanstack/react-query'
import type { Monthly } from '#contract/supervision/monthly'
import type { Month } from '#domain/time/dates'
import { ask } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const keyOf = (month: Month) => ['passing', 'office', 'monthly', month]

export const useMonthly = (month: Month) =>
  useQuery<Monthly>({ queryKey: keyOf(month), queryFn: () => ask('supervision', 'monthly', { month }) })

export const useSignMonthly = () =>
  useMutation({
    mutationFn: ({ month, hash }: Monthly) => ask('supervision', 'signMonthly', { month, hash }),
    onSuccess: (monthly) => {
      queryClient.setQueryData(keyOf(monthly.month), monthly)
    },
    // Refused because something was recorded meanwhile: what stands there now must be read before it can be signed.
    onError: (_, { month }) => queryClient.invalidateQueries({ queryKey: keyOf(month) }),
  })

import { useMutation, useQuery } from '@tanstack/react-query'
import type { Digest } from '#contract/supervision/actions'
import type { Month } from '#domain/time/dates'
import { ask } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const keyOf = (month: Month) => ['passing', 'office', 'digest', month]

export const useDigest = (month: Month) =>
  useQuery<Digest>({ queryKey: keyOf(month), queryFn: () => ask('supervision', 'digest', { month }) })

export const useSignDigest = () =>
  useMutation({
    mutationFn: ({ month, hash }: Digest) => ask('supervision', 'signDigest', { month, hash }),
    onSuccess: (digest) => {
      queryClient.setQueryData(keyOf(digest.month), digest)
    },
    // Refused because something was recorded meanwhile: what stands there now must be read before it can be signed.
    onError: (_, { month }) => queryClient.invalidateQueries({ queryKey: keyOf(month) }),
  })

import { useMutation, useQuery } from '@tanstack/react-query'
import type { HouseholdPart } from '#domain/register/register'
import { call } from '../../../services/wire/call'
import { queryClient } from '../../../services/wire/query-client'
import { sentOnce } from '../../../services/wire/sent-once'

/** Corrections and complaints, and what came back. */
export const useRequests = () => useQuery({ queryKey: ['own', 'requests'], queryFn: () => call('household', 'requests', {}) })

const send = sentOnce((asked: { part: HouseholdPart; paymentId?: string; awardId?: string; words: string }) =>
  call('household', 'correct', asked),
)

/** A part of the file is wrong, or a payment of it has not come. */
export const useCorrect = () =>
  useMutation({
    mutationFn: send,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['own', 'requests'] })
    },
  })

import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf } from '#contract/call/action'
import type { household } from '#contract/household/actions'
import { call } from '../../../services/wire/call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['own', 'proxies']

/** A relative who was just allowed, with the code for them. */
export type Allowed = OutputOf<typeof household.allow>

/** Relatives who may see this household's file, or might. */
export const useProxies = () => useQuery({ queryKey: key, queryFn: () => call('household', 'proxies', {}) })

export const useAllow = (onAllowed: (allowed: Allowed) => void) =>
  useMutation({
    mutationFn: (asked: InputOf<typeof household.allow>) => call('household', 'allow', asked),
    onSuccess: (allowed) => {
      void queryClient.invalidateQueries({ queryKey: key })
      onAllowed(allowed)
    },
  })

export const useDisallow = () =>
  useMutation({
    mutationFn: (id: string) => call('household', 'disallow', { id }),
    onSuccess: (left) => {
      queryClient.setQueryData(key, left)
    },
  })

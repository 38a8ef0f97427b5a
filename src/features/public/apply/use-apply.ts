import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { bulletin } from '#contract/bulletin/actions'
import { call } from '../../../services/wire/call'
import { sentOnce } from '../../../services/wire/sent-once'
import { draftKeyKeeper, keepSent } from './draft'

const send = sentOnce((applied: Omit<InputOf<typeof bulletin.apply>, 'key'>) => call('bulletin', 'apply', applied), draftKeyKeeper)

/** Sends an application; its receipt is kept at once, even if nobody waits on the page any more. */
export const useApply = () => useMutation({ mutationFn: send, onSuccess: keepSent })

/** What the form gives to choose from; with a town, its villages. */
export const useApplyForm = (town: string) =>
  useQuery({
    queryKey: ['public', 'apply-form', town],
    queryFn: () => call('bulletin', 'applyForm', town === '' ? {} : { town }),
    placeholderData: (before) => before && { ...before, villages: [] },
  })

/** How far an application is; not kept, whoever has the receipt may ask again. */
export const useApplication = (receipt: string) =>
  useQuery({
    queryKey: ['passing', 'application', receipt],
    queryFn: () => call('bulletin', 'application', { receipt }),
    enabled: receipt !== '',
    gcTime: 0,
    retry: false,
  })

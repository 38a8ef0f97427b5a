import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { OwnMoney } from '#contract/household/own-money'
import { askForMessages } from '../../../../services/wire/ask-for-messages'
import { call } from '../../../../services/wire/call'
import { queryClient } from '../../../../services/wire/query-client'
import { ownMoneyKey } from './use-own-money'

/** To be told, or told no more. The platform asks within the tap itself, as it demands; `refused`: it said no, and nothing was sent. */
export function useArrivals() {
  const [refused, setRefused] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (yes: boolean) => call('identity', 'arrivals', { yes }),
    onSuccess: ({ left }) => {
      queryClient.setQueryData<OwnMoney>(
        ownMoneyKey(undefined),
        (money) => money && { ...money, ...(typeof money.arrivals === 'object' && { arrivals: { ...money.arrivals, left } }) },
      )
    },
  })
  return {
    ...{ isPending, error, refused },
    stop: () => mutate(false),
    ask: (template: string) => {
      void askForMessages(template).then((yes) => {
        setRefused(!yes)
        if (yes) mutate(true)
      })
    },
  }
}

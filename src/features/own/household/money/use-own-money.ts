import { useMutation, useQuery } from '@tanstack/react-query'
import type { OwnMoney } from '#contract/household/own-money'
import type { Fen } from '#domain/money/money'
import type { Said } from '#domain/money/said'
import { call } from '../../../../services/wire/call'
import { queryClient } from '../../../../services/wire/query-client'

export const ownMoneyKey = (proxyId: string | undefined) => ['own', 'household', 'money', proxyId ?? 'mine']
const whose = (proxyId: string | undefined) => (proxyId === undefined ? {} : { proxyId })

/** The own household's money, or that of one whose money a relative lets this account see. */
export const useOwnMoney = (proxyId: string | undefined) =>
  useQuery<OwnMoney>({ queryKey: ownMoneyKey(proxyId), queryFn: () => call('household', 'money', whose(proxyId)) })

/** One word about one line; sent again it is the same word. The line then stands as the answer has it. */
export const useSay = (proxyId: string | undefined) =>
  useMutation({
    mutationFn: (word: { paymentId: string; said: Said; cameFen?: Fen }) =>
      call('household', 'confirmMoney', { ...whose(proxyId), ...word }),
    onSuccess: ({ line }) => {
      queryClient.setQueryData<OwnMoney>(
        ownMoneyKey(proxyId),
        (money) => money && { ...money, lines: money.lines.map((one) => (one.id === line.id ? line : one)) },
      )
      void queryClient.invalidateQueries({ queryKey: ['own', 'requests'] })
    },
  })

import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import type { CounterCard } from '#contract/office/counter'
import type { CodeToken } from '#domain/access/code-token'
import { ask } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

type Input<Name extends keyof typeof office> = Omit<InputOf<(typeof office)[Name]>, 'token'>

const keyOf = (token: CodeToken) => ['passing', 'office', 'card', token]
const change = (token: CodeToken, after: (card: CounterCard) => CounterCard): void => {
  queryClient.setQueryData<CounterCard>(keyOf(token), (card) => card && after(card))
}

/** Whose card lies on the counter. Asking is recorded, so it is asked once for each card that is laid down, and not kept. */
export const useCard = (token: CodeToken) =>
  useQuery<CounterCard>({
    queryKey: keyOf(token),
    queryFn: () => ask('office', 'card', { token }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** Every card of the person, each time on record. */
export const useCardHistory = (token: CodeToken) =>
  useQuery({
    queryKey: [...keyOf(token), 'history'],
    queryFn: () => ask('office', 'cardHistory', { token }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

export const useSignInCode = (token: CodeToken) =>
  useMutation({ mutationFn: (guardian?: { name: string; relation: string }) => ask('office', 'invite', { token, guardian }) })

export const useRegisterPhone = (token: CodeToken) =>
  useMutation({
    mutationFn: (phone: string) => ask('office', 'registerPhone', { token, phone }),
    onSuccess: (number) => change(token, (card) => ({ ...card, ...number })),
  })

export const useUnbindPhone = (token: CodeToken) =>
  useMutation({
    mutationFn: (id: string) => ask('office', 'unbindPhone', { token, id }),
    onSuccess: (_, id) => change(token, (card) => ({ ...card, phones: card.phones.filter((phone) => phone.id !== id) })),
  })

export const useReleaseBinding = (token: CodeToken) =>
  useMutation({
    mutationFn: () => ask('office', 'releaseBinding', { token }),
    onSuccess: () => change(token, (card) => ({ ...card, stopped: false })),
  })

/** Somebody without a card. Each search is on record for those whom it finds. */
export const useFindCards = () => useMutation({ mutationFn: (by: InputOf<typeof office.findCards>) => ask('office', 'findCards', by) })

/** The card to print: a new one where the old one was lost. */
export const usePrintCard = (token: CodeToken) =>
  useMutation({
    mutationFn: (why?: string) =>
      why === undefined ? ask('office', 'printCard', { token }) : ask('office', 'replaceCard', { token, why }),
  })

/** The card to print came out, and the person has it. */
export const useCardGiven = (onDone: () => void) =>
  useMutation({ mutationFn: (token: CodeToken) => ask('office', 'cardGiven', { token }), onSuccess: onDone })

const vouchingsKey = ['passing', 'office', 'vouchings']
type Held = InputOf<typeof office.stopVouching>

/** What waits for somebody else. */
export const useVouchings = () => useQuery({ queryKey: vouchingsKey, queryFn: () => ask('office', 'vouchings', {}) })
const anew = () => queryClient.invalidateQueries({ queryKey: vouchingsKey })
export const useVouch = () =>
  useMutation({ mutationFn: (held: InputOf<typeof office.vouch>) => ask('office', 'vouch', held), onSuccess: anew })
export const useStopVouching = () => useMutation({ mutationFn: (held: Held) => ask('office', 'stopVouching', held), onSuccess: anew })

export const useAllowProxy = (token: CodeToken) =>
  useMutation({
    mutationFn: (relative: Input<'allowProxy'>) => ask('office', 'allowProxy', { token, ...relative }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(token) }),
  })

export const useEndProxy = (token: CodeToken) =>
  useMutation({
    mutationFn: (id: string) => ask('office', 'endProxy', { token, id }),
    onSuccess: (_, id) =>
      change(token, (card) => ({
        ...card,
        proxies: card.proxies.map((proxy) => (proxy.id === id ? { ...proxy, state: 'revoked' } : proxy)),
      })),
  })

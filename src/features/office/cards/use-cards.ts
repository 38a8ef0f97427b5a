import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import type { VillageCards } from '#contract/office/cards'
import { ask } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const villagesKey = ['passing', 'office', 'card-villages']
const villageKey = (village: string) => ['passing', 'office', 'village-cards', village]

/** How far the cards of a town's villages are; '' for the first town that is served. */
export const useCardVillages = (town: string) =>
  useQuery({
    queryKey: [...villagesKey, town],
    queryFn: () => ask('office', 'cardVillages', town === '' ? {} : { town }),
    placeholderData: keepPreviousData,
  })

/** The cards of one village. Opening it is recorded: it is asked once, and not kept. */
export const useVillageCards = (village: string) =>
  useQuery({
    queryKey: villageKey(village),
    queryFn: () => ask('office', 'villageCards', { village }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** What was changed comes back as the village then stands; the numbers of its town are counted anew. */
function standsNow(now: VillageCards): void {
  queryClient.setQueryData<VillageCards>(villageKey(now.village), now)
  void queryClient.invalidateQueries({ queryKey: villagesKey })
}

type Input<Name extends 'issueCards' | 'markCards' | 'printCards' | 'handOutList'> = Omit<InputOf<(typeof office)[Name]>, 'village'>

export const useIssueCards = (village: string) =>
  useMutation({ mutationFn: ({ people }: Input<'issueCards'>) => ask('office', 'issueCards', { village, people }), onSuccess: standsNow })

export const useMarkCards = (village: string, onDone: () => void) =>
  useMutation({
    mutationFn: (marking: Input<'markCards'>) => ask('office', 'markCards', { village, ...marking }),
    onSuccess: ({ left: _, ...now }) => {
      standsNow(now)
      onDone()
    },
  })

/** The faces of some cards, to be printed. It marks nothing. */
export const usePrintCards = (village: string) =>
  useMutation({ mutationFn: ({ ids }: Input<'printCards'>) => ask('office', 'printCards', { village, ids }) })

/** Full names under a grant. Each time is on record. */
export const useHandOutList = (village: string) =>
  useMutation({ mutationFn: ({ grantId }: Input<'handOutList'>) => ask('office', 'handOutList', { village, grantId }) })

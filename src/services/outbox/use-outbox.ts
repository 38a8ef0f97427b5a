import { useMutation, useQuery } from '@tanstack/react-query'
import { queryClient } from '../wire/query-client'
import type { Entry, Written } from './entry'
import { addVisit, dropSent, dropVisit, mendVisit } from './outbox'
import { myShelf, myVisits, sendMine, tellCounty } from './my-outbox'
import { sendLooks } from './taken'

const key = ['passing', 'outbox']
const readAgain = () => queryClient.invalidateQueries({ queryKey: key })
const local = { staleTime: 0, gcTime: 0, retry: false, networkMode: 'always' } as const

/** The visits on this phone. */
export const useVisitsHere = () => useQuery({ queryKey: key, queryFn: myVisits, ...local })

/** What the county knows of this phone: asked when the page opens, so that keys are there before the signal goes. */
export const useToldCounty = () =>
  useQuery({
    queryKey: ['passing', 'told-outbox'],
    queryFn: async () => {
      const told = await tellCounty()
      await readAgain()
      return told
    },
    ...{ ...local, refetchOnWindowFocus: false },
  })

/** Sends what waits, and tells the county what still does. */
export const useSendNow = () =>
  useMutation({
    mutationFn: async () => {
      const silent = await sendMine(sendLooks)
      await readAgain()
      if (silent) throw silent
      await tellCounty()
    },
    onSettled: readAgain,
  })

export interface ToKeep {
  /** Puts this visit right, instead of adding one. */
  id?: string
  visit: Written
  home: Entry['home']
  photos: Uint8Array[][]
}

/** Keeps a visit on the phone, sealed; it is there when this succeeds. */
export const useKeepVisit = () =>
  useMutation({
    mutationFn: async ({ id, visit, home, photos }: ToKeep) => {
      const shelf = await myShelf()
      return id === undefined ? addVisit(shelf, visit, home, photos) : mendVisit(shelf, id, visit, { add: photos })
    },
    onSuccess: readAgain,
  })

/** Forgets one visit, or all that the county has. */
export const useForget = () =>
  useMutation({
    mutationFn: async (entry?: Entry) => {
      const shelf = await myShelf()
      await (entry ? dropVisit(shelf, entry) : dropSent(shelf))
    },
    onSuccess: readAgain,
  })

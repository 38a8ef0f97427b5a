import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Look, LookGroup, Looks } from '#contract/household/farmer'
import { call } from '../../../services/wire/call'
import { queryClient } from '../../../services/wire/query-client'
import { sentOnce } from '../../../services/wire/sent-once'
import { keepSeenLooks, readSeenLooks } from '../../../services/keep/seen-looks'
import type { Odd } from './compare'
import { compareLooks, rememberLooks } from './compare'

/** Who looked, held against what this phone saw earlier. */
export const useLooks = () => useQuery<Looks & { odd: Odd }>({ queryKey: ['own', 'looks'], queryFn: askAndCompare })

async function askAndCompare(): Promise<Looks & { odd: Odd }> {
  const answer = await call('household', 'looks', {})
  const seen = readSeenLooks()
  keepSeenLooks(rememberLooks(seen, answer))
  return { ...answer, odd: compareLooks(seen, answer) }
}

/** All looks that the reader has come to so far, and “看更早的” by group. */
export interface ShownLooks {
  shown: Look[]
  /** True where a group has older ones. */
  has(group: LookGroup): boolean
  more(...groups: LookGroup[]): void
  busy: boolean
  fault: string | undefined
}

export function useShownLooks(answer: Looks): ShownLooks {
  const [older, setOlder] = useState<{ looks: Look[]; next: Partial<Record<LookGroup, string | null>> }>({ looks: [], next: {} })
  // An answer that was kept on the phone before there were older ones to ask for has no list of them.
  const first = (answer.older as Looks['older'] | undefined) ?? []
  const behind = (group: LookGroup) =>
    older.next[group] === undefined ? first.find((one) => one.group === group)?.behind : older.next[group]
  const ask = useMutation({
    mutationFn: async (groups: LookGroup[]) =>
      Promise.all(
        groups.map(async (group) => ({ group, page: await call('household', 'looks', { older: { group, behind: behind(group)! } }) })),
      ),
    onSuccess: (pages) =>
      setOlder(({ looks, next }) => ({
        looks: [...looks, ...pages.flatMap(({ page }) => page.looks)],
        next: { ...next, ...Object.fromEntries(pages.map(({ group, page }) => [group, page.older[0]?.behind ?? null])) },
      })),
  })
  const ids = new Set(answer.looks.map(({ id }) => id))
  return {
    shown: [...answer.looks, ...older.looks.filter(({ id }) => !ids.has(id))],
    has: (group) => Boolean(behind(group)),
    more: (...groups) => {
      if (!ask.isPending) ask.mutate(groups.filter((group) => behind(group)))
    },
    busy: ask.isPending,
    fault: ask.error?.message,
  }
}

const send = sentOnce((asked: { lookId: string; words: string }) => call('household', 'complain', asked))

/** “这不对”. */
export const useComplain = (lookId: string) =>
  useMutation({
    mutationFn: (words: string) => send({ lookId, words }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['own', 'looks'] })
      void queryClient.invalidateQueries({ queryKey: ['own', 'requests'] })
    },
  })

import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { InputOf, OutputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import type { BatchFile } from '#contract/office/batches'
import type { Month } from '#domain/time/dates'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { saveBytes } from '../../../services/share/save-file'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'batches']
const fileKey = (id: string) => [...key, 'file', id]

export type Wanted = InputOf<typeof office.batches>
export type BatchSources = OutputOf<typeof office.batchSources>
export type WantedDifferences = InputOf<typeof office.batchDifferences>

/** A view of the list, page by page. */
export const useBatches = (wanted: Wanted) =>
  useInfiniteQuery({
    queryKey: [...key, 'list', wanted],
    queryFn: ({ pageParam }) => ask('office', 'batches', pageParam === '' ? wanted : { ...wanted, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ ...pages.at(-1)!, rows: pages.flatMap(({ rows }) => rows) }),
  })

export const useBatch = (id: string) => useQuery({ queryKey: fileKey(id), queryFn: () => ask('office', 'batch', { id }) })

/** What an agency's batch of a month could be drafted from. */
export const useSources = (agencyId: string, month: Month) =>
  useQuery({ queryKey: [...key, 'sources', agencyId, month], queryFn: () => ask('office', 'batchSources', { agencyId, month }) })

/** Before → after, page by page. */
export const useDifferences = (wanted: WantedDifferences) =>
  useInfiniteQuery({
    queryKey: [...key, 'differences', wanted],
    queryFn: ({ pageParam }) => ask('office', 'batchDifferences', pageParam === '' ? wanted : { ...wanted, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
    placeholderData: keepPreviousData,
  })

/** Something about a batch or its lines has changed: whatever shows them asks anew. */
export const askAnew = () => {
  recountDesk()
  return Promise.all(
    [key, ['passing', 'office', 'batch-lines']].map((queryKey) => queryClient.invalidateQueries({ queryKey, refetchType: 'active' })),
  )
}

/** One act on a batch, or its drafting; what somebody else did meanwhile shows, too. */
export const useDoing = (act: () => Promise<BatchFile>, onDone: (file: BatchFile) => void) =>
  useMutation({
    mutationFn: act,
    onSuccess: (file) => {
      queryClient.setQueryData(fileKey(file.row.id), file)
      onDone(file)
    },
    onSettled: askAnew,
  })

const isWaiting = ({ work }: BatchFile): boolean => work.some(({ state }) => state === 'waiting')

/** Long work beside a batch goes on as long as somebody asks how far it is. */
export function useGoingOn(file: BatchFile) {
  const { id } = file.row
  const going = useMutation({
    mutationFn: () => ask('office', 'batchProgress', { id }),
    onSuccess: (next) => {
      queryClient.setQueryData(fileKey(id), next)
      if (!isWaiting(next)) void askAnew()
    },
  })
  const { mutate, isPending, isError } = going
  const waits = isWaiting(file)
  useEffect(() => {
    if (waits && !isPending && !isError) mutate()
  }, [waits, file.work, isPending, isError, mutate])
  return going
}

/** The pieces of the bank's file one after the other, saved as one. */
export const useDownload = (id: string) =>
  useMutation({
    mutationFn: async ({ fileName, pieces }: NonNullable<BatchFile['file']>) => {
      const parts: string[] = []
      for (let piece = 0; piece < pieces; piece++) parts.push((await ask('office', 'bankFilePart', { id, piece })).base64)
      saveBytes(fileName, parts, 'application/octet-stream')
    },
  })

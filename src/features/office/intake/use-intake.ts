import { useSyncExternalStore } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { intake } from '#contract/intake/actions'
import type { Look } from '#contract/intake/look'
import { ask } from '../../../services/desk/office-call'
import { saveBytes, workbookType } from '../../../services/share/save-file'
import { CallError, callErrorOf } from '../../../services/wire/reply'
import { queryClient } from '../../../services/wire/query-client'
import { useKept } from '../../../ui/desk/use-kept'
import { newQueue, type Queue, type QueuedFile } from './queue'

type Input<Name extends keyof typeof intake> = InputOf<(typeof intake)[Name]>

/** So often it is asked how far something is, in ms. */
const rhythm = 1000
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Nothing where no answer came in time: the server has the work in hand, and it is asked how far it is. */
const unlessSlow = <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> =>
  answer.catch((error: Error) => {
    if (callErrorOf(error)?.code !== 'slow') throw error
    return undefined
  })

/** Reads a file on the server and tries it out; asks until that is done. @throws CallError with the words of the server. */
async function lookAt(sha256: string, again = false): Promise<Look> {
  const askOnce = (anew: boolean) => unlessSlow(ask('intake', 'look', { sha256, again: anew }))
  for (let answer = await askOnce(again); ; answer = await askOnce(false)) {
    if (answer?.look) return answer.look
    if (answer?.state === 'failed' || answer?.state === 'cancelled')
      throw new CallError('not-allowed', answer.fault ?? '没有读成。请再放进来一次。')
    await wait(rhythm)
  }
}

/** What was dropped here, as long as this officer sits here. */
export function useQueue(): [Queue, readonly QueuedFile[]] {
  const [queue, keep] = useKept<Queue>(
    'intake files',
    newQueue({ upload: (part) => ask('intake', 'upload', part), look: (sha256) => lookAt(sha256) }),
  )
  const files = useSyncExternalStore((told) => {
    keep(() => queue)
    return queue.subscribe(told)
  }, queue.files)
  return [queue, files]
}

const historyKey = ['passing', 'office', 'intake', 'history']
const recountIntake = () => queryClient.invalidateQueries({ queryKey: ['passing', 'office', 'intake'] })

/** How far an import is: asked again until it ends. */
export const useProgress = (sha256: string, watching: boolean) =>
  useQuery({
    queryKey: ['passing', 'office', 'intake', 'progress', sha256],
    queryFn: () => ask('intake', 'progress', { sha256 }),
    enabled: watching,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'waiting' ? rhythm : false),
  })

/** Asked again as long as something in it is under way. */
export const useHistory = (of: Input<'history'>) =>
  useQuery({
    queryKey: [...historyKey, of],
    queryFn: () => ask('intake', 'history', of),
    refetchInterval: ({ state }) =>
      state.data?.imports.some(({ state }) => state === 'running' || state === 'undoing') ? 2 * rhythm : false,
  })

export const useFreshness = () =>
  useQuery({ queryKey: ['passing', 'office', 'intake', 'freshness'], queryFn: () => ask('intake', 'freshness', {}) })

export const useDirect = (onDone: (look: Look) => void) =>
  useMutation({
    mutationFn: async (order: Input<'direct'>) => {
      await ask('intake', 'direct', order)
      return lookAt(order.sha256, true)
    },
    onSuccess: onDone,
  })

export const useTakeIn = (onTaken: () => void) =>
  useMutation({
    mutationFn: (sha256: string) => unlessSlow(ask('intake', 'import', { sha256 })),
    onSuccess: onTaken,
    onSettled: recountIntake,
  })

export const useCancel = () =>
  useMutation({ mutationFn: (sha256: string) => ask('intake', 'cancel', { sha256 }), onSettled: recountIntake })

const undoKey = (sha256: string) => ['passing', 'office', 'intake', 'undo', sha256]

/** What it answers is how far the taking back is, and counts for `useUndoProgress`: an earlier try may have failed. */
export const useUndo = () =>
  useMutation({
    mutationFn: (order: Input<'undo'>) => unlessSlow(ask('intake', 'undo', order)),
    onSuccess: (progress, { sha256 }) => queryClient.setQueryData(undoKey(sha256), progress),
    onSettled: recountIntake,
  })

export const useUndoProgress = (sha256: string, watching: boolean) =>
  useQuery({
    queryKey: undoKey(sha256),
    queryFn: () => ask('intake', 'undoProgress', { sha256 }),
    enabled: watching,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'waiting' ? rhythm : false),
  })

const answersKey = ['passing', 'office', 'intake', 'heading answers']

export const useRemembered = () => useQuery({ queryKey: answersKey, queryFn: () => ask('intake', 'headingAnswers', {}) })

export const useForget = (onDone: () => void) =>
  useMutation({
    mutationFn: (order: Input<'forgetHeadings'>) => ask('intake', 'forgetHeadings', order),
    onSuccess: onDone,
    onSettled: () => queryClient.invalidateQueries({ queryKey: answersKey }),
  })

export const useTemplate = () =>
  useMutation({
    mutationFn: (kind: Input<'template'>['kind']) => ask('intake', 'template', { kind }),
    onSuccess: ({ fileName, base64 }) => saveBytes(fileName, [base64], workbookType),
  })

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { OfficerFile, supervision } from '#contract/supervision/actions'
import type { SourceAnswer } from '#contract/supervision/source'
import type { Category } from '#domain/register/register'
import { ask, recountDesk } from '../../../services/desk/office-call'

/**
 * Every asking of a list or a file is recorded and shown to the farmer: it is asked once, when somebody presses, and never by
 * itself again.
 */
const once = { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

/** Which households of a grant. */
export interface ListOf {
  grantId: string
  category?: Category
}

/** One page of a list; `after` is where the page before it ended. */
export const useList = (of: ListOf, after: string | undefined) =>
  useQuery({
    queryKey: ['passing', 'office', 'list', of.grantId, of.category, after],
    queryFn: () => ask('supervision', 'list', { ...of, after }),
    placeholderData: keepPreviousData,
    ...once,
  })

/** Which household to open: one of a list, or by identity number. */
export type FileOf = InputOf<typeof supervision.file>

export const useOpenFile = (onOpen: (file: OfficerFile) => void) =>
  useMutation({ mutationFn: (of: FileOf) => ask('supervision', 'file', of), onSuccess: onOpen })

/** Every asking is on record: once, when somebody presses. */
export const useSource = () => useMutation({ mutationFn: (of: InputOf<typeof supervision.source>) => ask('supervision', 'source', of) })

type Deciding<Step extends 'decideSource' | 'undoSource' | 'answerSource'> = InputOf<(typeof supervision)[Step]>
type Done = (answer: SourceAnswer) => void

/** Each step of a decision gives what is said of the field as it then stands. */
export const useDecideSource = (onDone: Done) =>
  useMutation({ mutationFn: (input: Deciding<'decideSource'>) => ask('supervision', 'decideSource', input), onSuccess: onDone })
export const useUndoSource = (onDone: Done) =>
  useMutation({ mutationFn: (input: Deciding<'undoSource'>) => ask('supervision', 'undoSource', input), onSuccess: onDone })
export const useAnswerSource = (onDone: Done) =>
  useMutation({ mutationFn: (input: Deciding<'answerSource'>) => ask('supervision', 'answerSource', input), onSuccess: onDone })

/** What waits for one's word under a grant: on record as a list, so it is asked when somebody presses. */
export const useWaitingSources = (grantId: string) =>
  useQuery({
    queryKey: ['passing', 'office', 'waiting-sources', grantId],
    queryFn: () => ask('supervision', 'waitingSources', { grantId }),
    ...once,
    staleTime: 0,
  })

/** One household at once, without a grant: leave for an hour is made, and the file opened under it. */
export const useEmergency = (onOpen: (file: OfficerFile) => void) =>
  useMutation({
    mutationFn: async (call: InputOf<typeof supervision.emergency>) => {
      const { grantId } = await ask('supervision', 'emergency', call)
      return ask('supervision', 'file', { grantId })
    },
    onSuccess: onOpen,
    onSettled: recountDesk,
  })

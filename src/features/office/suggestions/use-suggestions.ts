import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'suggestions']
type Input<Name extends keyof typeof office> = InputOf<(typeof office)[Name]>

/** What somebody else did meanwhile shows, too. */
const onSettled = (): Promise<void> => {
  recountDesk()
  return queryClient.invalidateQueries({ queryKey: key })
}

export const useSuggestions = (open: boolean) =>
  useQuery({ queryKey: [...key, open], queryFn: () => ask('office', 'suggestions', { open }) })

/** `onDone` belongs to the asking itself: the piece that asked is gone as soon as the list is drawn anew. */
export const useAssign = (onDone: () => void) =>
  useMutation({ mutationFn: (order: Input<'assignSuggestion'>) => ask('office', 'assignSuggestion', order), onSuccess: onDone, onSettled })

export const useAnswer = (onDone: () => void) =>
  useMutation({
    mutationFn: (answer: Input<'answerSuggestion'>) => ask('office', 'answerSuggestion', answer),
    onSuccess: onDone,
    onSettled,
  })

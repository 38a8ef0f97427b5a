import { useMutation, useQuery } from '@tanstack/react-query'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'requests']

export const useRequests = (open: boolean) =>
  useQuery({ queryKey: [...key, open], queryFn: () => ask('supervision', 'requests', { open }) })

/** Recorded and shown to the farmer each time: asked when somebody presses, and never by itself. */
export const useOpenRequest = () => useMutation({ mutationFn: (id: string) => ask('supervision', 'openRequest', { id }) })

export const useAnswer = () =>
  useMutation({
    mutationFn: (answer: { id: string; words: string; met?: boolean }) => ask('supervision', 'answer', answer),
    onSuccess: () => {
      recountDesk()
      return queryClient.invalidateQueries({ queryKey: key })
    },
  })

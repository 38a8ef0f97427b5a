import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../services/desk/office-call'
import type { Range } from './range'

/** Scans of posters in a range; nothing is asked while the range makes no sense. */
export const useVisits = ({ from, until }: Range, sensible: boolean) =>
  useQuery({
    queryKey: ['passing', 'office', 'visits', from, until],
    queryFn: () => ask('office', 'visits', { from, until }),
    enabled: sensible,
  })

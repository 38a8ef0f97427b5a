import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../services/desk/office-call'
import type { TypedRange } from './range'

/** Scans of posters in a range; nothing is asked while the range makes no sense. */
export const useScans = ({ from, until }: TypedRange, sensible: boolean) =>
  useQuery({
    queryKey: ['passing', 'office', 'scans', from, until],
    queryFn: () => ask('office', 'scans', { from, until }),
    enabled: sensible,
  })

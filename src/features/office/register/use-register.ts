import { useQuery } from '@tanstack/react-query'
import type { Day } from '#domain/time/dates'
import { ask } from '../../../services/desk/office-call'

/** The register of a day; nothing is asked while there is none. */
export const useRegisterOn = (day: Day | undefined) =>
  useQuery({
    queryKey: ['passing', 'office', 'registerOn', day],
    queryFn: () => ask('office', 'registerOn', { day: day! }),
    enabled: day !== undefined,
  })

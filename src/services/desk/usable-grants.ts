import { useQuery } from '@tanstack/react-query'
import { ask } from './office-call'

/** The grants under which the officer may look today, and by which categories a list can be narrowed. */
export const useUsableGrants = () =>
  useQuery({ queryKey: ['passing', 'office', 'usable'], queryFn: () => ask('supervision', 'grants', {}) })

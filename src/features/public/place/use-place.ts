import { useQuery } from '@tanstack/react-query'
import { call } from '../../../services/wire/call'

/** A village's own page: totals without names, and notices. */
export const usePlace = (code: string | undefined) =>
  useQuery({ queryKey: ['public', 'place', code], queryFn: () => call('bulletin', 'place', { place: code! }), enabled: code !== undefined })

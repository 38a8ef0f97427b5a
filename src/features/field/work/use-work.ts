import { useQuery } from '@tanstack/react-query'
import { call } from '../../../services/wire/call'

/** What is this worker's, and what of it waits. */
export const useWork = () => useQuery({ queryKey: ['own', 'work'], queryFn: () => call('household', 'work', {}) })

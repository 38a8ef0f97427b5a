import { useQuery } from '@tanstack/react-query'
import { call } from '../../services/call'

/** County, telephone and newest titles; no sign-in. */
export const useBulletinHome = () => useQuery({ queryKey: ['public', 'home'], queryFn: () => call('bulletin', 'home', {}) })

import { useQuery } from '@tanstack/react-query'
import { call } from '../../../services/wire/call'

/** County, telephone and newest titles; no sign-in. */
export const useBulletinHome = () => useQuery({ queryKey: ['public', 'home'], queryFn: () => call('bulletin', 'home', {}) })

/** 隐私说明, kept on the phone like everything public. */
export const usePrivacy = () => useQuery({ queryKey: ['public', 'privacy'], queryFn: () => call('bulletin', 'privacy', {}) })

import { useQuery } from '@tanstack/react-query'
import { ask } from './office-call'

export const officeGrantsKey = ['passing', 'office', 'grants']

/** Grants that concern the caller, and what one may be asked for. 授权 draws both; 人员 takes the names of places from it. */
export const useOfficeGrants = () => useQuery({ queryKey: officeGrantsKey, queryFn: () => ask('office', 'grants', {}) })

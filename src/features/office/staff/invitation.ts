import type { StaffRole } from '#domain/access/staff'

/** Somebody who is being invited. */
export interface Invitation {
  role: StaffRole | ''
  name: string
  agency: string
  areas: string[]
  workerId: string
}

/** Whose households come from the departments' lists, by who they are there. */
export const isListed = (role: StaffRole | ''): role is 'cadre' | 'doctor' => role === 'cadre' || role === 'doctor'

/** What is missing, in words, or nothing. */
export function invitationFault({ role, name, agency, areas, workerId }: Invitation): string | undefined {
  if (name.trim() === '') return '请写姓名。'
  if (role === '') return '请选身份。'
  if (agency === '') return '请选单位。'
  if (role === 'grid-worker' && areas.length === 0) return '请勾网格员管的村，至少一个。'
  if (isListed(role) && workerId === '') return '请先在名单里找到这个人，再选单位对得上的那一个。'
  return undefined
}

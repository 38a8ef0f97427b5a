/** Who works for the county, as roles. Workers go to doors with a phone; officers sit at a desk on the intranet. */

export const workerRoles = ['grid-worker', 'cadre', 'doctor'] as const
export type WorkerRole = (typeof workerRoles)[number]

export const officerRoles = ['head', 'data-officer', 'officer'] as const
export type OfficerRole = (typeof officerRoles)[number]

export const staffRoles = [...workerRoles, ...officerRoles] as const
export type StaffRole = (typeof staffRoles)[number]

export const roleNames: Record<StaffRole, string> = {
  'grid-worker': '网格员',
  cadre: '帮扶干部',
  doctor: '家庭医生',
  head: '一把手',
  'data-officer': '管理专员',
  officer: '工作人员',
}

export const isWorkerRole = (role: StaffRole): role is WorkerRole => (workerRoles as readonly string[]).includes(role)

/** The two who answer for an agency's use of data, and sign a pledge for it: overall and specific responsibility. */
export const dutyRoles = ['head', 'data-officer'] as const
export type DutyRole = (typeof dutyRoles)[number]
export const isDutyRole = (role: StaffRole): role is DutyRole => (dutyRoles as readonly string[]).includes(role)

import type { County } from '../county/county'
import { dutyRoles, roleNames, type StaffRole } from './staff'

/** A unit's name in the county pack; its id where the pack does not know it. */
export const unitName = ({ agencies }: Pick<County, 'agencies'>, id: string): string => agencies.find((one) => one.id === id)?.name ?? id

/** 县民政局的一把手或管理专员: whom to turn to, by unit and post. */
export function sayPosts(unit: string, roles: readonly StaffRole[]): string {
  const names = roles.map((role) => roleNames[role])
  return `${unit}的${[names.slice(0, -1).join('、'), names.at(-1)].filter(Boolean).join('或')}`
}

/** 县数据管理中心的一把手或管理专员, who stand in where an agency has nobody. */
export const dataOfficePosts = (county: Pick<County, 'agencies' | 'duties'>): string =>
  sayPosts(unitName(county, county.duties.data), dutyRoles)

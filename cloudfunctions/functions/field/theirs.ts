import type { Staff } from '#store/access/staff'
import type { RegisterCase } from '#store/work/cases'

/** A case of a grid worker's villages. */
export const isTheirs = ({ villageCode }: RegisterCase, { role, areas }: Staff): boolean =>
  role === 'grid-worker' && areas.includes(villageCode)

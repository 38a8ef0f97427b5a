import type { Staff } from '#store/access/staff'

/** Something of a grid worker's villages: a case, a call. */
export const isTheirs = ({ villageCode }: { villageCode: string }, { role, areas }: Staff): boolean =>
  role === 'grid-worker' && areas.includes(villageCode)

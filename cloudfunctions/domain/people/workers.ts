import { compactOf } from '../files/cells'
import { normaliseName } from './names'

/** The same role, unit, name and phone are the same worker, in the next list too: one text for all spellings. */
export const workerKey = ({ role, unit, name, phone }: { role: string; unit: string; name: string; phone: string | null }): string =>
  [role, compactOf(unit), normaliseName(name), phone ?? ''].join('/')

import { compactOf } from '#domain/files/cells'
import type { Agency, County } from '#domain/county/county'

/** The agency of this name, or by its id or another spelling. */
export const agencyNamed = ({ agencies }: County, text: string): Agency | undefined =>
  agencies.find(({ id, name, aliases }) => [id, name, ...aliases].some((spelling) => compactOf(spelling) === compactOf(text)))

/** True when a unit as a list writes it is this agency. */
export const isUnitOf = (county: County, agencyId: string, unit: string): boolean => agencyNamed(county, unit)?.id === agencyId

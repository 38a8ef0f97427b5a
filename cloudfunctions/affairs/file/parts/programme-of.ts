import type { County } from '#domain/county/county'

export const programmeOf = (county: County, id: string) => county.programmes.find((programme) => programme.id === id)

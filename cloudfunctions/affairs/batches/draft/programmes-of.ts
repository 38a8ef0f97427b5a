import type { County, Programme } from '#domain/county/county'

/** The pack's programmes by id. */
export const programmesOf = ({ programmes }: Pick<County, 'programmes'>): Map<string, Programme> =>
  new Map(programmes.map((one) => [one.id, one]))

/** A batch pays these programmes; one of the finance bureau whatever its source has, known to the pack or not. */
export const ofProgrammes = ({ programmes }: { programmes: readonly string[] }): { programme?: object } =>
  programmes.length === 0 ? {} : { programme: { $in: programmes } }

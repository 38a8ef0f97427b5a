import type { County, Programme } from '#domain/county/county'
import { compactOf } from '#domain/files/cells'

/** The county's programmes by every name that files write. */
export const programmesOf = ({ programmes }: Pick<County, 'programmes'>): Map<string, Programme> =>
  new Map(programmes.flatMap((programme) => [programme.name, ...programme.aliases].map((name) => [compactOf(name), programme] as const)))

/** What a list is of: the programme, if the county pack has it, and what the list calls it. */
export interface Told {
  programme: Programme | undefined
  called: string
}

/**
 * The one programme that a title or file name names. Of several names of one programme (雨露计划与助学补助) the programme's own stands for
 * all. Nothing where it names none, or several programmes.
 */
export function programmeIn(text: string, programmes: Map<string, Programme>): Told | undefined {
  const plain = compactOf(text)
  const named = [...programmes].filter(([name]) => name.length > 1 && plain.includes(name))
  // 助学 inside 助学补助 is no name of its own.
  const longest = named.filter(([name]) => !named.some(([other]) => other !== name && other.includes(name)))
  const found = [...new Set(longest.map(([, programme]) => programme))]
  if (found.length !== 1) return undefined
  return { programme: found[0], called: longest.length === 1 ? longest[0]![0] : found[0]!.name }
}

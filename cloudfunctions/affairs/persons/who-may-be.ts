import type { Described } from '#domain/people/alike/described'
import { chooseAlike } from '#domain/people/alike/weigh'
import { findIn } from '#store/db/read'
import { persons } from '#store/people/register'
import { describe, type Comparing, type Known } from './describe'
import { neighboursOf } from './marks'
import { chineseSounds } from './sounds'

/** Somebody whom a row names without a number, or with one that was spoilt. */
export type Wanted = Omit<Described, 'sounds'>

/**
 * Who each of these may be, of all people who are known, in their order: one, where only one is like enough; several, where a person has to
 * tell; or nobody. One entry of a person who was written down twice is enough.
 */
export async function whoMayBe(on: Comparing, wanted: readonly Wanted[]): Promise<Known[][]> {
  const sounds = await chineseSounds()
  const described = wanted.map((one): Described => ({ ...one, sounds: sounds(one.name) }))
  const [near, named] = await Promise.all([
    neighboursOf(on, described),
    findIn(
      on.db,
      persons,
      'name',
      wanted.map(({ name }) => name),
      ['name'],
    ),
  ])
  // Also who was not compared with others yet: by the name itself.
  const ids = described.map(({ name }, i) => [...new Set([...near[i]!, ...named.filter((one) => one.name === name).map(({ _id }) => _id)])])
  const known = await describe(on, [...new Set(ids.flat())])
  return described.map((one, i) => {
    const candidates = ids[i]!.flatMap((id) => known.get(id) ?? [])
    const chosen = chooseAlike(one, candidates, on.county.likeness)
    return chosen.filter(({ sameAs }) => !chosen.some(({ personId }) => personId === sameAs))
  })
}

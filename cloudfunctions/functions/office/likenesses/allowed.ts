import { areTwo, type Standings } from '#domain/access/second-person'
import { sayPosts, unitName, dataOfficePosts } from '#domain/access/posts'
import { isDutyRole } from '#domain/access/staff'
import { likenessActs, likenessPeopleActs, type LikenessPeopleAct } from '#domain/work/likenesses'
import { canBe } from '#domain/work/transitions'
import { findStandings } from '#kernel/access/second-person'
import type { On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import type { Staff } from '#store/access/staff'
import type { LikenessCase } from '#store/people/likenesses'

/** The division whose pairs an agency decides: '' for the data office and for whoever keeps the register; nothing for the others. */
function areaOf({ county }: Pick<On, 'county'>, { agencyId }: Pick<Staff, 'agencyId'>): string | undefined {
  if (agencyId === county.duties.data || agencyId === county.sources.members) return ''
  return county.agencies.find(({ id }) => id === agencyId)?.area
}

/** Whether somebody has to do with pairs at all. */
export const tellsPeopleApart = (on: Pick<On, 'county'>, one: Pick<Staff, 'agencyId' | 'role'>): boolean =>
  isDutyRole(one.role) && areaOf(on, one) !== undefined

/** Whether somebody serves where a person lives: of whoever lives elsewhere they see what is alike, and not who it is. */
export function serves(on: Pick<On, 'county'>, one: Pick<Staff, 'agencyId'>, lives: string | undefined): boolean {
  const area = areaOf(on, one)
  return area === '' || (area !== undefined && lives !== undefined && lives.startsWith(area))
}

/** The pairs of which one lives where somebody serves. */
export function seenBy(on: Pick<On, 'county'>, one: Staff): Filter {
  const area = areaOf(on, one)
  return area === '' ? {} : area === undefined ? { _id: { $in: [] } } : { areas: area }
}

export function sees(on: Pick<On, 'county'>, one: Staff, { areas }: LikenessCase): boolean {
  const area = areaOf(on, one)
  return isDutyRole(one.role) && area !== undefined && (area === '' || areas.includes(area))
}

/** Who the second person of a pair may be, as far as staff are known. */
export const standingsFor = ({ db }: Pick<On, 'db'>, one: Staff, pairs: readonly LikenessCase[]): Promise<Standings> =>
  findStandings(db, [one._id, ...pairs.flatMap(({ askedBy }) => askedBy?.staffId ?? [])])

/** A second person agrees: really another. Whoever asked takes it back, and everybody else may say no. */
export function actsFor(on: Pick<On, 'county'>, known: Standings, one: Staff, pair: LikenessCase): LikenessPeopleAct[] {
  if (!sees(on, one, pair)) return []
  return likenessPeopleActs.filter(
    (act) =>
      canBe(likenessActs, act, pair.state) && (act !== 'agree' || (pair.askedBy !== null && areTwo(known, one._id, pair.askedBy.staffId))),
  )
}

/** In words: whose head or data officer the second person may be. */
export const secondPosts = ({ county }: Pick<On, 'county'>): string =>
  `那个村的乡镇、${sayPosts(unitName(county, county.sources.members), ['head', 'data-officer'])}，或${dataOfficePosts(county)}，不是提的人，也不是互相邀请的人`

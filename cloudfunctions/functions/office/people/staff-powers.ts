import { dataOfficePosts, unitName } from '#domain/access/posts'
import { covers } from '#domain/access/grants'
import type { County } from '#domain/county/county'
import { areTwo, standsBehind, type Standings } from '#domain/access/second-person'
import { canBe } from '#domain/work/transitions'
import { wishActs } from '#domain/work/staff-wishes'
import { isDutyRole, isWorkerRole } from '#domain/access/staff'
import { sayWho } from '#affairs/grants/deciders'
import { findStandings } from '#kernel/access/second-person'
import type { On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { findById } from '#store/db/read'
import { workers } from '#store/people/helpers'
import { dutyStaff, type Staff } from '#store/access/staff'
import type { Post, StaffWish } from '#store/access/staff-wishes'
import { isUnitOf } from './agencies'

/**
 * What speaks against this agency's having them let in, in words; nothing if it may. Its own people: grid workers for the villages it
 * serves, cadres and doctors who are of it on the departments' lists. Head and data officer of an agency are the county's data office's
 * to name, so that nobody makes their own checker; those of the data office itself come from the terminal.
 */
export async function objectionTo(post: Post, agencyId: string, { county, db }: Pick<On, 'county' | 'db'>): Promise<string | undefined> {
  if (isDutyRole(post.role))
    return agencyId === county.duties.data && post.agencyId !== agencyId ? undefined : dutyAdvice(county, post.agencyId)
  if (post.agencyId !== agencyId) return `只能邀请本单位的人。${post.agency}的人，请${post.agency}的一把手或管理专员来邀请。`
  const { area = '' } = county.agencies.find(({ id }) => id === agencyId) ?? {}
  if (post.role === 'grid-worker' && !post.areas.every((village) => covers(area, village)))
    return '只能邀请管本单位所辖村的网格员。请去掉别处的村；别处的，由管那个村的乡镇的一把手或管理专员来邀请。'
  if (!isWorkerRole(post.role) || !post.workerId) return undefined
  const listed = await findById(db, workers, post.workerId)
  return listed?.role === post.role && isUnitOf(county, agencyId, listed.unit)
    ? undefined
    : '台账里这个人不是本单位的，请他那个单位的一把手或管理专员来邀请。'
}

const dutyAdvice = (county: County, agencyId: string): string => {
  const { data } = county.duties
  return agencyId === data
    ? `${unitName(county, data)}自己的一把手和管理专员，只能在服务器上邀请（npm run invite），不能由县数据管理单位邀请自己的。`
    : `一把手和管理专员由县数据管理单位邀请，请联系${dataOfficePosts(county)}。`
}

/** Who has a word on a wish at all: the head of the agency, the data office's two, the head of the discipline office. */
const judges = ({ duties }: County, { role, agencyId }: Staff, wish: Pick<StaffWish, 'agencyId'>): boolean =>
  (role === 'head' && [wish.agencyId, duties.data, duties.discipline].includes(agencyId)) ||
  (role === 'data-officer' && agencyId === duties.data)

/** Those that may wait for this person; which do is for `mayDecideWish`. */
export const wishesFor = (county: County, { role, agencyId }: Staff): Filter | undefined => {
  const all = agencyId === county.duties.data ? isDutyRole(role) : agencyId === county.duties.discipline && role === 'head'
  return all ? { status: 'asked' } : role === 'head' ? { status: 'asked', agencyId } : undefined
}

/** The wishes somebody sees: of the own agency; of all, in the data office and for the head of the discipline office. */
export const wishesSeenBy = (county: County, one: Staff): Filter =>
  one.agencyId === county.duties.data || (one.agencyId === county.duties.discipline && one.role === 'head')
    ? {}
    : { agencyId: one.agencyId }

/** Somebody else than who asked and whom it is about, really; and not who brought that one in. */
export const mayDecideWish = (county: County, known: Standings, one: Staff, wish: StaffWish): boolean =>
  canBe(wishActs, 'approve', wish.status) &&
  one._id !== wish.staffId &&
  judges(county, one, wish) &&
  areTwo(known, one._id, wish.askedBy.staffId) &&
  !standsBehind(known, one._id, wish.staffId)

/**
 * Whoever asked takes it back while it waits; the colleague whom it is about stops it, also after it was approved and until the
 * code is used.
 */
export const mayWithdrawWish = (one: Staff, { status, staffId, askedBy, used }: StaffWish): boolean =>
  (askedBy.staffId === one._id && canBe(wishActs, 'withdraw', status)) || (staffId === one._id && canBe(wishActs, 'stop', status) && !used)

/** The head is told of all that others approved. */
export const maySeeWish = (one: Staff, { status, agencyId, seenBy }: StaffWish): boolean =>
  one.role === 'head' && one.agencyId === agencyId && status === 'approved' && seenBy === null

/** Who stands behind those whom these wishes are between. */
export const standingsForWishes = (
  { db }: Pick<On, 'db'>,
  judging: readonly Pick<Staff, '_id'>[],
  wishes: readonly StaffWish[],
): Promise<Standings> =>
  findStandings(db, [...judging.map(({ _id }) => _id), ...wishes.flatMap(({ staffId, askedBy }) => [staffId, askedBy.staffId])])

/** For each wish that waits: who may decide it, in words. */
export async function saidWishDeciders(on: On, wishes: readonly StaffWish[]): Promise<Map<string, string>> {
  const asked = wishes.filter(({ status }) => status === 'asked')
  if (asked.length === 0) return new Map()
  const { db, county } = on
  const ones = await dutyStaff(db, [...new Set([...asked.map(({ agencyId }) => agencyId), county.duties.data, county.duties.discipline])])
  const known = await standingsForWishes(on, ones, asked)
  return new Map(
    asked.map((wish) => [
      wish._id,
      sayWho(
        county,
        ones.filter((one) => mayDecideWish(county, known, one, wish)),
      ),
    ]),
  )
}

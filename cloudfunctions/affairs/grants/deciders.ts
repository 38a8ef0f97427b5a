import type { County } from '#domain/county/county'
import type { Standings } from '#domain/access/second-person'
import { unitName } from '#domain/access/posts'
import { roleNames } from '#domain/access/staff'
import { countGrants, listGrants, type Grant } from '#store/access/grants'
import { dutyStaff, type Staff } from '#store/access/staff'
import { holdersOf, mayAcknowledge, mayDecide, toDecide } from './powers'
import { findStandings } from '#kernel/access/second-person'
import type { On } from '#kernel/call/on'

/** Who stands behind those whom a decision about these grants is between: this one, and whoever asked or would hold. */
export const standingsFor = ({ db }: On, one: Pick<Staff, '_id'>, grants: readonly Grant[]): Promise<Standings> =>
  findStandings(db, [one._id, ...grants.flatMap((grant) => [grant.askedBy.staffId, ...holdersOf(grant)])])

/** How many grants wait for this officer to decide. */
export async function countToDecide(on: On, one: Staff): Promise<number> {
  const waiting = await listGrants(on.db, toDecide(on.county, one))
  if (waiting.length === 0) return 0
  const known = await standingsFor(on, one, waiting)
  return waiting.filter((grant) => mayDecide(on.county, known, one, grant)).length
}

/** How many emergency looks wait for this head to have seen them. */
export async function countUnseen(on: On, one: Staff): Promise<number> {
  const unseen = { alarmedAgencyId: one.agencyId, acknowledgedBy: null }
  if (one.role !== 'head' || (await countGrants(on.db, unseen)) === 0) return 0
  const waiting = await listGrants(on.db, unseen)
  const known = await standingsFor(on, one, waiting)
  return waiting.filter((grant) => mayAcknowledge(known, one, grant)).length
}

/** For each grant that was asked for: who may decide it, in words. */
export async function saidDeciders(on: On, grants: readonly Grant[]): Promise<Map<string, string>> {
  const asked = grants.filter(({ status }) => status === 'asked')
  if (asked.length === 0) return new Map()
  const { db, county } = on
  const judges = await dutyStaff(db, [...new Set([...asked.map(({ agencyId }) => agencyId), county.duties.data, county.duties.discipline])])
  const known = await findStandings(db, [
    ...judges.map(({ _id }) => _id),
    ...asked.flatMap((grant) => [grant.askedBy.staffId, ...holdersOf(grant)]),
  ])
  return new Map(
    asked.map((grant) => [
      grant._id,
      sayWho(
        county,
        judges.filter((one) => mayDecide(county, known, one, grant)),
      ),
    ]),
  )
}

/** 叶局长（县民政局一把手）、胡主任（县数据管理中心一把手）; and what to do where there is nobody. */
export const sayWho = (county: County, who: readonly Staff[]): string =>
  who.length > 0
    ? who.map(({ name, agency, role }) => `${name}（${agency}${roleNames[role]}）`).join('、')
    : `现在没有人能批。请联系${unitName(county, county.duties.data)}，在服务器上（npm run invite）再开通一位一把手或管理专员`

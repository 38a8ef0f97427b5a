import type { StaffRow } from '#contract/office/staffing'
import type { office } from '#contract/office/actions'
import { normOn } from '#domain/county/parameters'
import { dataOfficePosts } from '#domain/access/posts'
import { villageName } from '#domain/place/divisions'
import { normaliseName } from '#domain/people/names'
import { isDutyRole } from '#domain/access/staff'
import { daysAfter } from '#domain/time/dates'
import { countyTime } from '#kernel/call/clock'
import { act } from '#kernel/act'
import { refusals } from '#kernel/call/errors'
import { pledgeHashes } from '#affairs/pledges/pledge'
import type { Action, On } from '#kernel/call/on'
import { find } from '#store/db/read'
import { workers } from '#store/people/helpers'
import { changeStaff, findStaff, listStaff, type Staff } from '#store/access/staff'
import { listWishes } from '#store/access/staff-wishes'
import { isUnitOf } from './agencies'
import { presentWishes } from './present-wish'
import { wishesSeenBy } from './staff-powers'

/** Everybody of the caller's agency; in the data office, of all. */
export const staff: Action<typeof office.staff> = async (_, on) => {
  const one = (await on.caller()).staff!
  const all = one.agencyId === on.county.duties.data
  const since = `${daysAfter(on.moment.today, -normOn(on.county, 'staff-wish-shown-days', on.moment.today))}T00:00:00.000Z`
  const [found, wishes] = await Promise.all([
    listStaff(on.db, all ? undefined : one.agencyId),
    listWishes(on.db, { $and: [wishesSeenBy(on.county, one), { $or: [{ status: 'asked' }, { askedAt: { $gte: since } }] }] }),
  ])
  const agencies = on.county.agencies.filter(({ id }) => all || id === one.agencyId)
  return {
    staff: found.map((row) => presentStaff(on, one, row)),
    wishes: await presentWishes(on, one, wishes),
    agencies: agencies.map(({ id, name }) => ({ id, name })),
  }
}

/** Ends somebody's access: post and grants are read anew on every request, so the next one finds nothing. */
export const removeStaff: Action<typeof office.removeStaff> = async ({ id }, on) => {
  const removed = await act(on, {
    action: 'office.removeStaff',
    find: () => findStaff(on.db, id),
    look: (leaving) => ({ about: { kind: 'staff', id }, ...(leaving && { reason: leaving.name }) }),
    may: ({ _id, agencyId }, one) => _id !== one._id && (agencyId === one.agencyId || one.agencyId === on.county.duties.data),
    become: (_, one) => ({ $set: { status: 'removed', removed: { by: one._id, at: on.moment.iso } } }),
    // Gone is gone, whoever was first.
    change: async (_, to) => (await changeStaff(on.db, { _id: id, status: { $ne: 'removed' } }, to)) ?? findStaff(on.db, id),
    gone: () =>
      refusals.notFound(
        `没有找到这个人，或者不归您管。自己的账号请单位另一位负责人来停；别的单位的人，由那个单位的一把手或管理专员，或${dataOfficePosts(on.county)}来停。`,
      ),
  })
  return { row: presentStaff(on, (await on.caller()).staff!, removed) }
}

/** The cadres and doctors of the caller's own unit whom the departments' lists name so. */
export const findWorkers: Action<typeof office.findWorkers> = async ({ name }, on) => {
  const one = (await on.caller()).staff!
  const found = await find(on.db, workers, { name: normaliseName(name) }, { limit: 50 })
  return {
    workers: found
      .filter(({ unit }) => isUnitOf(on.county, one.agencyId, unit))
      .map(({ _id, name: full, unit, role }) => ({ id: _id, name: full, unit, role })),
  }
}

const presentStaff = ({ county }: On, one: Staff, { _id, name, role, agency, areas, status, since, pledge }: Staff): StaffRow => ({
  id: _id,
  name,
  role,
  agency,
  own: _id === one._id,
  areas: areas.map((code) => villageName(county, code)),
  state: status,
  since: countyTime(since).day,
  ...(isDutyRole(role) && pledge?.hash === pledgeHashes(county)[role] && { pledgedOn: countyTime(pledge.at).day }),
})

import type { StaffRow } from '#contract/office/people'
import type { office } from '#contract/office/actions'
import { villageName } from '#domain/place/divisions'
import { normaliseName } from '#domain/people/names'
import { isDutyRole } from '#domain/access/staff'
import { daysAfter } from '#domain/time/dates'
import { countyTime } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import { pledgeHashes } from '#affairs/pledges/pledge'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { find } from '#store/db/collection'
import { workers } from '#store/people/helpers'
import { changeStaff, findStaff, listStaff, type Staff } from '#store/access/staff'
import { listWishes } from '#store/access/staff-wishes'
import { isUnitOf } from './agencies'
import { presentWishes } from './present-wish'
import { wishesSeenBy } from './staff-powers'

/** Days that a wish for staff that was decided still stands in the list. */
const wishDays = 90

/** Everybody of the caller's agency; in the data office, of all. */
export const staff: Action<typeof office.staff> = async (_, on) => {
  const one = (await on.caller()).staff!
  const all = one.agencyId === on.county.duties.data
  const since = `${daysAfter(on.moment.today, -wishDays)}T00:00:00.000Z`
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
  const caller = await on.caller()
  const one = caller.staff!
  const leaving = await findStaff(on.db, id)
  const may = leaving && leaving._id !== one._id && (leaving.agencyId === one.agencyId || one.agencyId === on.county.duties.data)
  await recordLook(on, caller, { action: 'office.removeStaff', granted: may === true, ...(leaving && { reason: leaving.name }) })
  if (!may) throw refusals.notFound('没有找到这个人，或者不归您管。自己的账号请单位另一位负责人来停。')
  const removed = await changeStaff(
    on.db,
    { _id: id, status: { $ne: 'removed' } },
    { $set: { status: 'removed', removed: { by: one._id, at: on.moment.iso } } },
  )
  return { row: presentStaff(on, one, removed ?? leaving) }
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

import { maskName } from '#domain/people/names'
import { membershipTransitions } from '#domain/work/memberships'
import { stateAfter } from '#domain/work/transitions'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { Filter } from '#store/db/collection'
import { findEach, findIn } from '#store/db/read'
import { households, type Household } from '#store/people/register'
import { changeMembership, memberships, originOf, type Membership } from '#store/work/schemes'
import { homesNow } from './homes-now'
import { placed } from './lines'

/**
 * Brings agreements to where the people of their households live now, each with a line in its history: two households that became one, one
 * that went over into a new one, somebody who had been written down twice; and back again where that is undone. The agreement stays one of
 * its own, with its own principal. Done again it finds nothing to do.
 */
export async function followHouseholds(on: Pick<On, 'db' | 'keys' | 'moment'>, of: Filter): Promise<void> {
  const all = await findEach(on.db, memberships, of)
  const origins = new Map(
    (
      await findIn(
        on.db,
        households,
        '_id',
        all.map(({ _id }) => originOf(_id)),
      )
    ).map((home) => [home._id, home]),
  )
  const moved = await homesNow(on.db, [...origins.values()])
  const wherever = ({ _id }: Membership) => moved.get(originOf(_id)) ?? originOf(_id)
  const going = all.filter((member) => wherever(member) !== member.householdId && origins.has(originOf(member._id)))
  const homes = new Map((await findIn(on.db, households, '_id', going.map(wherever))).map((home) => [home._id, home]))
  for (const member of going) {
    const home = homes.get(wherever(member))
    if (home) await follow(on, member, home)
  }
}

/** Whoever is quicker does something about it first: it follows the next time. */
async function follow({ db, keys, moment }: Pick<On, 'db' | 'keys' | 'moment'>, member: Membership, home: Household): Promise<void> {
  const state = stateAfter(membershipTransitions, 'follow', member.state)
  const words = originOf(member._id) === home._id ? '名册上又是原来的一户，协议跟着回来' : '名册上并到了这一户，协议跟着过来'
  await changeMembership(db, member, { ...placed(member, home), householdId: home._id, state, importedAt: moment.iso }, [
    {
      ...{ at: moment.iso, act: 'follow', by: { as: 'itself' }, on: null, amountFen: null, to: state },
      wordsSealed: seal(keys, `${words}（户主${maskName(home.headName)}）`),
    },
  ])
}

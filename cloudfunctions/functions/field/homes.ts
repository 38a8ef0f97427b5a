import type { field, Home } from '#contract/field/actions'
import type { CodeToken } from '#domain/access/code-token'
import { maskName } from '#domain/people/names'
import { villageName } from '#domain/place/divisions'
import type { WorkerRole } from '#domain/access/staff'
import { dueHomes, homesOf, type DueHome } from '#affairs/visits/homes'
import { visitedHomes } from '#affairs/visits/visited-home'
import { mayRead } from '#kernel/access/authorize'
import { codeIdOf } from '#kernel/access/code-signer'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { findById } from '#store/db/read'
import { findCode, households, type Household } from '#store/people/register'

const mostHomes = 500

/** A worker's households, whose turn it is first. */
export const homes: Action<typeof field.homes> = async (_, on) => {
  const one = (await on.caller()).staff!
  const mine = (await homesOf(on, one)).sort(
    (a, b) => compare(a.due?.on ?? '9999', b.due?.on ?? '9999') || compare(a.household._id, b.household._id),
  )
  return {
    role: one.role as WorkerRole,
    today: on.moment.today,
    homes: mine.slice(0, mostHomes).map((home) => presentHome(on, home)),
    more: Math.max(0, mine.length - mostHomes),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const presentHome = ({ county }: On, { household, lastOn, due }: DueHome): Home => ({
  ...{ id: household._id, who: maskName(household.headName), village: villageName(county, household.villageCode) },
  ...(lastOn && { lastOn }),
  ...(due && { due }),
})

/** One household, to visit it. */
export const homeAt: Action<typeof field.homeAt> = async ({ householdId, token, purpose, consent }, on) => {
  const caller = await on.caller()
  const home = await homeNamed(on, householdId, token)
  const look = home && mayRead(caller, { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })
  const one = caller.staff!
  const known = on.county.purposes.find(({ id, roles }) => id === purpose && (roles as readonly string[]).includes(one.role))
  const granted = look?.relation === one.role && known !== undefined
  await recordLook(on, caller, {
    ...{ action: 'field.homeAt', granted, purpose, consent, parts: ['helpers', 'members'] },
    ...(home && { householdId: home._id }),
    ...(look && { relation: look.relation }),
  })
  if (!home || look?.relation !== one.role) throw noHome()
  if (!known) throw refusals.badInput('请先说明为什么来这一户。')
  const [due] = await dueHomes(on, [home], one.role as WorkerRole, one.workerId)
  return { home: (await visitedHomes(on, [due!], one.role as WorkerRole))[0]! }
}

async function homeNamed({ db, keys }: On, householdId?: string, token?: CodeToken): Promise<Household | undefined> {
  const code = token === undefined ? undefined : await findCode(db, codeIdOf(keys, token) ?? 'none')
  const id = householdId ?? (code?.status === 'active' ? code.householdId : undefined)
  return id === undefined ? undefined : findById(db, households, id)
}

/** Unknown and not theirs answer alike. */
const noHome = () => refusals.notFound('这一户不归您走访，或者已经不在名册上。请回到名单刷新，或者请他们出示小康卡再扫。')

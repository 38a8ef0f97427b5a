import type { AwaitedHome, CadreLoad, Helper } from '#domain/alerts/detectors/visits'
import type { County } from '#domain/county/county'
import type { WorkerRole } from '#domain/access/staff'
import { dueHomes } from '#affairs/visits/homes'
import type { AtWork } from '#kernel/jobs/kind'
import { staff } from '#store/access/staff'
import { aggregate, find, findIn, pages } from '#store/db/read'
import { doctorContracts, pairings } from '#store/people/helpers'
import { households, type Household } from '#store/people/register'

/** The households of a town with who should go there, and when each of these roles is due. */
export async function awaitedHomes(on: AtWork, townCode: string, roles: readonly WorkerRole[]): Promise<AwaitedHome[]> {
  const all: AwaitedHome[] = []
  for await (const page of pages(on.db, households, { villageCode: { $gte: townCode, $lt: `${townCode}~` }, onRegister: true })) {
    const homes = page as Household[]
    const [helpers, ...dues] = await Promise.all([helpersOf(on, homes), ...roles.map((role) => dueHomes(on, homes, role))])
    for (const [i, { _id, townCode: town, villageCode, decidedOn, listedOn }] of homes.entries())
      all.push({
        ...{ _id, townCode: town, villageCode, helpers: helpers.get(_id) ?? [] },
        due: Object.fromEntries(roles.map((role, r) => [role, dues[r]![i]!.due])),
        cadreLastOn: dues[roles.indexOf('cadre')]?.[i]?.lastOn,
        since: decidedOn ?? listedOn,
      })
  }
  return all
}

async function helpersOf({ db, county }: AtWork, homes: readonly Household[]): Promise<Map<string, Helper[]>> {
  const ids = homes.map(({ _id }) => _id)
  const [paired, signed] = await Promise.all([
    findIn(db, pairings, 'householdId', ids, ['householdId', 'workerId', 'unit']),
    findIn(db, doctorContracts, 'householdId', ids, ['householdId', 'workerId', 'clinic']),
  ])
  const named = [
    ...paired.map((one) => ({ ...one, role: 'cadre' as const })),
    ...signed.map(({ clinic, ...one }) => ({ ...one, unit: clinic, role: 'doctor' as const })),
  ]
  const towns = new Map(homes.map(({ _id, townCode }) => [_id, townCode]))
  const found = new Map<string, Helper[]>()
  for (const { householdId, workerId, unit, role } of named) {
    const there = found.get(householdId!) ?? []
    if (there.some((one) => one.workerId === workerId)) continue
    found.set(householdId!, [...there, { workerId, role, agencyId: agencyOf(county, unit, towns.get(householdId!)) }])
  }
  return found
}

/** Whose people they are, by the unit that the list names; where the pack does not know it, the household's town answers. */
const agencyOf = ({ agencies, duties }: County, unit: string, townCode: string | undefined): string =>
  (agencies.find(({ name, aliases }) => name === unit || aliases.includes(unit)) ?? agencies.find(({ area }) => area === townCode))?.id ??
  duties.data

/** Cadres with more households than `most`, and those who left: whose account is closed while nobody else has it. */
export async function cadreLoads({ db, county }: AtWork, most: number): Promise<CadreLoad[]> {
  const [many, gone] = await Promise.all([
    aggregate<{ _id: string }>(db, pairings, [{ $group: { _id: '$workerId', homes: { $sum: 1 } } }, { $match: { homes: { $gt: most } } }]),
    find(db, staff, { status: 'removed', workerId: { $ne: null } }),
  ])
  const back = await find(db, staff, { status: { $ne: 'removed' }, workerId: { $in: gone.map(({ workerId }) => workerId) } })
  const here = new Set(back.map(({ workerId }) => workerId))
  const left = new Map(gone.flatMap((one) => (here.has(one.workerId) ? [] : [[one.workerId!, one] as const])))
  const ids = [...new Set([...many.map(({ _id }) => _id), ...left.keys()])]
  const [paired, signed] = await Promise.all([
    findIn(db, pairings, 'workerId', ids, ['workerId', 'householdId', 'unit']),
    findIn(db, doctorContracts, 'workerId', [...left.keys()], ['workerId', 'householdId', 'clinic']),
  ])
  const homeIds = [...paired, ...signed].flatMap(({ householdId }) => householdId ?? [])
  const homes = new Map(
    (await findIn(db, households, '_id', [...new Set(homeIds)], ['townCode'], { onRegister: true })).map((one) => [one._id, one.townCode]),
  )
  return ids.flatMap((workerId): CadreLoad[] => {
    const contracts = signed.filter((one) => one.workerId === workerId)
    const pairs = paired.filter((one) => one.workerId === workerId)
    const theirs = [...new Set([...pairs, ...contracts].flatMap(({ householdId }) => householdId ?? []))].filter((id) => homes.has(id))
    if (theirs.length === 0) return []
    const unit = pairs[0]?.unit ?? contracts[0]!.clinic
    const agencyId = left.get(workerId)?.agencyId ?? agencyOf(county, unit, homes.get(theirs[0]!))
    return [{ workerId, role: pairs.length > 0 ? 'cadre' : 'doctor', agencyId, householdIds: theirs.sort(), left: left.has(workerId) }]
  })
}

import type { Collection, Db, Stored } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { inParts, inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { doctorContracts, pairings, type DoctorContract, type Pairing } from '#store/people/helpers'
import { codes, households } from '#store/people/register'

/** Who looks after whose household; null while the person is on no register. */
type Care = Pick<Pairing, '_id' | 'personId' | 'householdId' | 'workerId'>
const ofCare = ['personId', 'householdId', 'workerId']

/** Gives the workers their households: on the household, where lists are made from, and on its codes, where a scan is judged. */
export async function addHelpers(db: Db, cares: Care[]): Promise<void> {
  const wanted = byHousehold(cares)
  const ids = [...wanted.keys()]
  const [homes, cards] = await Promise.all([
    findIn(db, households, '_id', ids, ['helpers']),
    findIn(db, codes, 'householdId', ids, ['householdId', 'helpers']),
  ])
  const onHomes = missing(
    wanted,
    homes.map(({ _id, helpers }) => ({ _id, householdId: _id, helpers })),
  )
  const onCards = missing(wanted, cards)
  // By ids and many side by side: a list's journal reads and keeps them together.
  for (const [of, lacking] of [
    [households, onHomes],
    [codes, onCards],
  ] as const)
    await inTurns(lacking, 32, ([worker, some]) =>
      eachPart([...some], (part) => update<Stored>(db, of, { _id: { $in: part } }, { $addToSet: { helpers: worker } })),
    )
}

/**
 * Before a list replaces a person's worker: takes the household from the former one, unless another member is still theirs.
 * It comes before the write, so that an import cut off in between finds out again who the former one was.
 */
export async function dropFormerHelpers(db: Db, of: Collection<Pairing> | Collection<DoctorContract>, next: Care[]): Promise<void> {
  const nextWorker = new Map(next.map(({ _id, workerId }) => [_id, workerId]))
  const before: Care[] = await findIn(db, of as Collection<Care>, '_id', [...nextWorker.keys()], ofCare)
  const ended = before.filter(({ _id, householdId, workerId }) => householdId && nextWorker.get(_id) !== workerId)
  if (ended.length === 0) return
  const still = new Map<string, Set<string>>()
  const homes = ended.flatMap(({ householdId }) => householdId ?? [])
  const others = [
    ...(await findIn(db, pairings, 'householdId', homes, ofCare)),
    ...(await findIn(db, doctorContracts, 'householdId', homes, ofCare)),
  ]
  for (const [householdId, workers] of byHousehold(others.filter(({ _id }) => !ended.some((care) => care._id === _id))))
    still.set(householdId, workers)
  const gone = new Map<string, Set<string>>()
  for (const { householdId, workerId } of ended) if (!still.get(householdId!)?.has(workerId)) addTo(gone, workerId, householdId!)
  await inTurns(gone, 8, ([worker, some]) =>
    eachPart([...some], async (part) => {
      await update(db, codes, { householdId: { $in: part } }, { $pull: { helpers: worker } })
      await update(db, households, { _id: { $in: part } }, { $pull: { helpers: worker } })
    }),
  )
}

/** Household → its workers. */
function byHousehold(cares: Pick<Care, 'householdId' | 'workerId'>[]): Map<string, Set<string>> {
  const workers = new Map<string, Set<string>>()
  for (const { householdId, workerId } of cares) if (householdId) addTo(workers, householdId, workerId)
  return workers
}

/** Worker → ids of their households' documents that do not name them yet. */
function missing(
  wanted: Map<string, Set<string>>,
  there: { _id: string; householdId: string; helpers: string[] }[],
): Map<string, Set<string>> {
  const lacking = new Map<string, Set<string>>()
  for (const { _id, householdId, helpers } of there) {
    for (const worker of wanted.get(householdId) ?? []) if (!helpers.includes(worker)) addTo(lacking, worker, _id)
  }
  return lacking
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}

async function eachPart<T>(list: T[], work: (part: T[]) => Promise<unknown>): Promise<void> {
  for (const part of inParts(list, 500)) await work(part)
}

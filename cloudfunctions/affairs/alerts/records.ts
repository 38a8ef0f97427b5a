import type { AlertRecordLine } from '#contract/supervision/alerts'
import type { AlertRecord } from '#domain/alerts/finding'
import { abilityUnder, isUsable, mayRead } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { signedDuties } from '#store/access/staff'
import { fileSources, imports } from '#store/intake/intake'
import { households, type Household } from '#store/people/register'
import { pledgeHashes } from '../pledges/pledge'
import { tellAll } from './tell'

/**
 * The records of an alert as lines: what each is, in which file and row it stands, and, where a grant of the caller's covers the
 * household, the way to it. A record that is there no more says so.
 */
export async function tellRecords(on: On, records: readonly AlertRecord[]): Promise<AlertRecordLine[]> {
  const told = await tellAll(on, records)
  const [files, days, homes] = await Promise.all([
    findIn(
      on.db,
      imports,
      '_id',
      told.flatMap(({ importId }) => importId ?? []),
      ['fileName'],
    ),
    findIn(
      on.db,
      fileSources,
      '_id',
      told.flatMap(({ importId }) => importId ?? []),
      ['day'],
    ),
    reachable(
      on,
      told.flatMap(({ householdId }) => householdId ?? []),
    ),
  ])
  return told.map(({ words, importId, sheet, row, householdId }) => {
    const file = files.find(({ _id }) => _id === importId)
    const day = days.find(({ _id }) => _id === importId)?.day
    const grantId = homes.get(householdId ?? '')
    return {
      words,
      ...(file && { source: { file: file.fileName, ...(sheet && { sheet }), ...(row !== undefined && { row }), ...(day && { day }) } }),
      ...(grantId !== undefined && { household: { id: householdId!, grantId } }),
    }
  })
}

/** Which of these households the caller may open now, and under which grant. */
export async function reachable(on: On, ids: readonly string[]): Promise<Map<string, string>> {
  const { staff, grants = [] } = await on.caller()
  const usable = grants.filter((grant) => isUsable(grant, on.moment))
  if (!staff || usable.length === 0 || ids.length === 0) return new Map()
  const [pledged, homes] = await Promise.all([
    signedDuties(on.db, staff.agencyId, pledgeHashes(on.county)),
    findIn(on.db, households, '_id', [...ids], ['villageCode', 'helpers']),
  ])
  if (!pledged.head || !pledged['data-officer']) return new Map()
  const way = (home: Household) =>
    usable.find((grant) => mayRead({ ability: abilityUnder(grant) }, { ...home, householdId: home._id }) !== undefined)?._id
  return new Map(homes.flatMap((home) => (way(home) === undefined ? [] : [[home._id, way(home)!] as const])))
}

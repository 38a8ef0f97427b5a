import type { household } from '#contract/household/actions'
import type { Look, LookGroup } from '#contract/household/farmer'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { knownLooks } from '#store/record/audit'
import { covers, latestCheckpoint, leavesOf, leavesOfHousehold, type AuditCheckpoint, type AuditLeaf } from '#store/record/checkpoints'
import { findById } from '#store/db/read'
import { households } from '#store/people/register'
import { requestsOfPerson } from '#store/work/requests'
import { groupPages, nextOf, type Entry } from './look-groups'
import { presentLook } from './present-look'

const groups: LookGroup[] = ['others', 'lists', 'refused', 'strangers', 'own']
const marked = 300

/** 谁看过我的信息: what is newest of each group, or what is older of one; numbered as the signed record has them. */
export const looks: Action<typeof household.looks> = async ({ older }, on) => {
  const { person } = await on.caller()
  const householdId = person!.householdId
  if (!householdId) throw refusals.signIn()
  const [home, checkpoint, requests] = await Promise.all([
    findById(on.db, households, householdId),
    latestCheckpoint(on.db),
    requestsOfPerson(on.db, person!._id),
  ])
  const about = { householdId, villageCode: home?.villageCode ?? '' }
  const pages = await Promise.all((older ? [older.group] : groups).map((group) => groupPages[group](on, about, older?.behind)))
  const entries = pages.flatMap(({ entries }) => entries).sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
  const leaves = await signedLeaves(on, householdId, checkpoint, older && entries)
  const leafOf = new Map(leaves.map((leaf) => [leaf.entryId, leaf]))
  const complained = new Set(requests.map(({ lookId }) => lookId))
  const known = await knownLooks(
    on.db,
    leaves.map(({ entryId }) => entryId),
  )
  return {
    looks: entries.map((entry): Look => presentLook(on.county, entry, leafOf.get(entry._id), complained.has(entry._id))),
    older: pages.flatMap(nextOf),
    chained: older ? 0 : (leaves[0]?.n ?? 0),
    marks: leaves.flatMap(({ n, hash, entryId }) => (n === null || !known.has(entryId) ? [] : [{ n, mark: hash }])),
    ...(checkpoint && { proof: { size: checkpoint.size, root: checkpoint.root, at: checkpoint.at } }),
  }
}

/** The leaves, under a signed checkpoint, of these entries, or the household's newest. */
async function signedLeaves(
  { db }: On,
  householdId: string,
  checkpoint: AuditCheckpoint | undefined,
  of: Entry[] | undefined,
): Promise<AuditLeaf[]> {
  const leaves = of
    ? await leavesOf(
        db,
        of.map(({ _id }) => _id),
      )
    : await leavesOfHousehold(db, householdId, marked)
  return leaves.filter((leaf) => covers(checkpoint, leaf))
}

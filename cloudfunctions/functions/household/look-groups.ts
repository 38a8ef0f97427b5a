import type { LookGroup } from '#contract/household/farmer'
import { monthOf } from '#domain/time/dates'
import { countyTime } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'
import { looksAt, looksAtAreas, type AuditRecord, type Behind, type LooksBy } from '#store/record/audit'
import type { Db } from '#store/db/collection'
import { findById } from '#store/db/read'
import { turnedAway, turnedAwayFrom, type TurnedAway } from '#store/record/turned-away'

/** A record, or a day's count that reads like one. */
export type Entry = AuditRecord & { group: LookGroup; times?: number }

interface Home {
  householdId: string
  villageCode: string
}
interface Page {
  group: LookGroup
  entries: Entry[]
  more: boolean
}
type Group = (on: On, home: Home, behind: string | undefined) => Promise<Page>

/** How many of a group are given at a time. Those of others are the most, and the others' room is never theirs. */
const most: Record<LookGroup, number> = { others: 100, lists: 20, refused: 30, strangers: 20, own: 20 }
/** Months of cards that are gone through for the days of strangers' scans. */
const cardMonths = 40

const recorded =
  (group: LooksBy & LookGroup): Group =>
  async ({ db }, { householdId }, behind) =>
    pageOf(group, await looksAt(db, householdId, group, most[group] + 1, placeIn(behind)))

/** The groups of 谁看过我的信息, each with pages of its own. `behind`: what `nextOf` gave. */
export const groupPages: Record<LookGroup, Group> = {
  others: recorded('others'),
  own: recorded('own'),
  lists: async ({ db }, { villageCode }, behind) =>
    pageOf(
      'lists',
      await looksAtAreas(
        db,
        [6, 9, 12].map((length) => villageCode.slice(0, length)),
        most.lists + 1,
        placeIn(behind),
      ),
    ),
  refused: async (on, home, behind) => {
    const page = await recorded('refused')(on, home, behind)
    const oldest = page.entries.at(-1)
    // As many months and cards as these records can speak of.
    const counts = oldest ? await turnedAwayFrom(on.db, home.householdId, monthOf(countyTime(page.entries[0]!.at).day), cardMonths) : []
    return { ...page, entries: page.entries.map((entry) => ({ ...entry, times: timesOf(counts, entry) })) }
  },
  strangers: async ({ db, moment }, { householdId }, behind) => {
    const place = placeIn(behind)
    const [before, counts] = await Promise.all([
      looksAt(db, householdId, 'strangers', most.strangers + 1, place),
      turnedAwayFrom(db, householdId, monthOf(place ? countyTime(place.at).day : moment.today), cardMonths),
    ])
    const days = counts.flatMap(daysOf).filter((one) => !place || isBehind(one, place))
    return pageOf('strangers', [...before, ...days].sort((a, b) => (isBehind(a, b) ? 1 : -1)).slice(0, most.strangers + 1))
  },
}

/** What to ask for what is older with. */
export const nextOf = ({ group, entries, more }: Page): { group: LookGroup; behind: string }[] => {
  const last = entries.at(-1)
  return more && last ? [{ group, behind: `${last.at}|${last._id}` }] : []
}

const pageOf = (group: LookGroup, found: AuditRecord[]): Page => ({
  group,
  entries: found.slice(0, most[group]).map((entry) => ({ ...entry, group })),
  more: found.length > most[group],
})

function placeIn(behind: string | undefined): Behind | undefined {
  const [at, ...id] = behind?.split('|') ?? []
  return at ? { at, _id: id.join('|') } : undefined
}

const isBehind = (a: Behind, b: Behind): boolean => a.at < b.at || (a.at === b.at && a._id < b._id)

const privateRoles = ['stranger', 'farmer', 'relative'] as const

/** Each day of a card's month on which somebody was turned away who is not of the staff, by who they were. */
const daysOf = ({ _id, householdId, personId, days, last }: TurnedAway): (AuditRecord & { times: number })[] =>
  Object.entries(days).flatMap(([day, counts]) =>
    privateRoles.flatMap((role) =>
      counts[role] === undefined
        ? []
        : [
            {
              _id: `${_id}/${day}/${role}`,
              at: last[day]?.[role] ?? '',
              action: 'household.lookup',
              granted: false,
              times: counts[role],
              actor: { accountId: null, staffId: null, role, name: null, agency: null, agencyId: null },
              householdId,
              personId,
              area: null,
              rows: null,
              parts: [],
              fields: [],
              purpose: null,
              consent: null,
              grantId: null,
              emergency: false,
              reason: null,
              requestId: '',
            },
          ],
    ),
  )

/** A day's count by its id, as `daysOf` gives it. */
export async function countedLook(db: Db, id: string): Promise<AuditRecord | undefined> {
  const [card = '', month = ''] = id.split('/')
  const counts = await findById(db, turnedAway, `${card}/${month}`)
  return counts && daysOf(counts).find(({ _id }) => _id === id)
}

/** How often that day one of the staff tried the same person's card. */
function timesOf(counts: TurnedAway[], { action, at, personId, actor }: AuditRecord): number | undefined {
  if (action !== 'household.lookup' || actor.staffId === null) return undefined
  const { day } = countyTime(at)
  const cards = counts.filter((card) => card.personId === personId && card.month === monthOf(day))
  return cards.reduce((sum, { days }) => sum + (days[day.slice(8)]?.[actor.staffId!] ?? 0), 0) || undefined
}

import { categoryName } from '#domain/county/categories'
import { placeOf } from '#domain/place/divisions'
import type { RegisterEventKind } from '#domain/register/events'
import { registerEventNames } from '#domain/register/events'
import { placedUnder } from '#affairs/grants/listed-under'
import { open } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import { listEvents } from '#store/people/register-events'
import { households, persons, type Household, type Person, type RegisterEvent } from '#store/people/register'
import { shownName } from './people'
import { tableKind, type Column, type Reading, type TableKind } from './table-kind'

interface EventRow {
  event: RegisterEvent
  home: Household
  person: Person | undefined
  number: number
}

const atOnce = 500

/** Events of these kinds in the time asked for whose household stands in the place asked for: each with its household. */
async function* placedEvents({ on, grant, asked }: Reading, kinds: readonly RegisterEventKind[], after: string | undefined) {
  const placed = { $and: placedUnder(grant, asked)! }
  for (let behind = after; ;) {
    const found = await listEvents(on.db, kinds, { from: asked.from!, until: asked.until! }, atOnce, behind)
    const people = new Map(
      (
        await findIn(
          on.db,
          persons,
          '_id',
          found.map(({ personId }) => personId),
        )
      ).map((one) => [one._id, one]),
    )
    // A list of exits does not say of which household: it is the person's.
    const homeIdOf = ({ householdId, personId }: RegisterEvent) => householdId ?? people.get(personId)?.householdId ?? ''
    const homes = new Map((await findIn(on.db, households, '_id', found.map(homeIdOf), undefined, placed)).map((home) => [home._id, home]))
    for (const event of found) {
      const home = homes.get(homeIdOf(event))
      if (home) yield { event, home, person: people.get(event.personId) }
    }
    const last = found.at(-1)
    if (!last || found.length < atOnce) return
    behind = placeOfEvent(last)
  }
}

const placeOfEvent = ({ on, _id }: RegisterEvent): string => `${on}/${_id}`

const columns: readonly Column<EventRow>[] = [
  { id: 'number', heading: ['序号'], width: 7, kind: 'count', cell: ({ number }) => number },
  {
    id: 'town',
    heading: ['住址', '乡镇'],
    width: 12,
    kind: 'text',
    cell: ({ home }, { on }) => placeOf(on.county, home.villageCode)?.town.name ?? home.townCode,
  },
  {
    id: 'village',
    heading: ['住址', '村'],
    width: 14,
    kind: 'text',
    cell: ({ home }, { on }) => placeOf(on.county, home.villageCode)?.village.name ?? home.villageCode,
  },
  {
    id: 'name',
    heading: ['姓名'],
    width: 12,
    kind: 'text',
    cell: ({ person }, reading) => (person ? shownName(reading, person.name) : null),
  },
  {
    id: 'id-number',
    field: 'id-number',
    heading: ['身份证号'],
    width: 22,
    kind: 'text',
    cell: ({ person }, { on }) => (person ? open(on.keys, person.idSealed) : null),
  },
  { id: 'head', heading: ['户主'], width: 12, kind: 'text', cell: ({ home }, reading) => shownName(reading, home.headName) },
  {
    id: 'category',
    part: 'policies',
    heading: ['类别'],
    width: 12,
    kind: 'text',
    cell: ({ event, home }, { on }) => categoryName(on.county, event.home?.category ?? home.category),
  },
  { id: 'kind', part: 'members', heading: ['什么变动'], width: 10, kind: 'text', cell: ({ event }) => registerEventNames[event.kind] },
  { id: 'on', part: 'members', heading: ['日期'], width: 12, kind: 'day', cell: ({ event }) => event.on },
  { id: 'reason', part: 'members', heading: ['原因'], width: 28, kind: 'text', cell: ({ event }) => event.reason || null },
  { id: 'evidence', part: 'members', heading: ['依据'], width: 28, kind: 'text', cell: ({ event }) => event.evidence || null },
  { id: 'approver', part: 'members', heading: ['谁定的'], width: 18, kind: 'text', cell: ({ event }) => event.approver || null },
]

/** A list of what happened on the register in a time, one event a row, the oldest first. */
export const eventList = (name: string, what: string, kinds: readonly RegisterEventKind[]): TableKind =>
  tableKind<EventRow>({
    ...{ name, what, columns },
    unit: '人次',
    ofTime: true,
    needs: 'members',
    async count(reading) {
      let count = 0
      for await (const _ of placedEvents(reading, kinds, undefined)) count++
      return count
    },
    async read(reading, _, { after, number, size }) {
      const found: Omit<EventRow, 'number'>[] = []
      for await (const one of placedEvents(reading, kinds, after ?? undefined)) if (found.push(one) > size) break
      const page = found.slice(0, size)
      return {
        rows: page.map((one, i) => ({ ...one, number: number + i + 1 })),
        units: page.length,
        next: found.length > size ? placeOfEvent(page.at(-1)!.event) : null,
      }
    },
  })

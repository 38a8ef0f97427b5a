import { placeOf } from '#domain/place/divisions'
import { maskName } from '#domain/people/names'
import { splitPhones } from '#domain/people/phones'
import { decidedOf } from '#affairs/stated/decided'
import { listedUnder } from '#affairs/grants/listed-under'
import { open } from '#kernel/seal/seal'
import { count, findIn } from '#store/db/read'
import { listHouseholds, placeInList } from '#store/people/household-lists'
import { contacts } from '#store/people/contacts'
import { doctorContracts, pairings } from '#store/people/helpers'
import { payments, type Payment } from '#store/money/money'
import { households, persons, type Household, type Person } from '#store/people/register'
import { decisionId } from '#store/people/source-decisions'
import type { Reading } from './table-kind'

/** Somebody of a household on the register, with what the columns ask for of them. */
export interface PersonRow {
  home: Household
  member: Household['members'][number]
  /** The household's own columns stand in the row of its first. */
  isFirst: boolean
  /** How many households stand before, and this one. */
  number: number
  townName: string
  villageName: string
  person?: Person
  idNumber?: string
  headIdNumber?: string
  phone?: string
  card?: string
  cadres?: string
  doctors?: string
}

export const countHouseholds = ({ on, grant, asked }: Reading): Promise<number> => count(on.db, households, listedUnder(grant, asked)!)

/** Who of a household is on the register still. */
export const stillThere = ({ members }: Pick<Household, 'members'>): Household['members'] => members.filter(({ left }) => !left)

/** A name as the grant shows it. */
export const shownName = ({ grant }: Reading, name: string): string => (grant.fields.includes('name') ? name : maskName(name))

/**
 * The people of a page of households; without the part `members` their heads alone. Of each only what the columns need is read and opened.
 */
export async function readPeople(
  reading: Reading,
  needs: ReadonlySet<string>,
  { after, number, size }: { after: string | null; number: number; size: number },
): Promise<{ rows: PersonRow[]; units: number; next: string | null }> {
  const { on, grant, asked } = reading
  const homes = await listHouseholds(on.db, listedUnder(grant, asked)!, size, after ?? undefined)
  const rows = homes.flatMap((home, i) => rowsOf(reading, home, number + i + 1))
  await fill(reading, rows, needs)
  return { rows, units: homes.length, next: homes.length < size ? null : placeInList(homes.at(-1)!) }
}

function rowsOf({ on: { county }, grant }: Reading, home: Household, number: number): PersonRow[] {
  const place = placeOf(county, home.villageCode)
  const there = grant.parts.includes('members')
    ? stillThere(home).sort((a, b) => Number(b.personId === home.headId) - Number(a.personId === home.headId))
    : []
  const shown = there.length > 0 ? there : [{ personId: home.headId, name: home.headName, relation: '户主' }]
  return shown.map((member, i) => ({
    ...{ home, member, number, isFirst: i === 0 },
    townName: place?.town.name ?? home.townCode,
    villageName: place?.village.name ?? home.villageCode,
  }))
}

/** Brings to the rows what their columns ask for, collection by collection. */
async function fill(reading: Reading, rows: PersonRow[], needs: ReadonlySet<string>): Promise<void> {
  const { on } = reading
  const asks = (...columns: string[]) => columns.some((column) => needs.has(column))
  const ids = [...new Set(rows.flatMap(({ home, member }) => [member.personId, home.headId]))]
  const homeIds = [...new Set(rows.map(({ home }) => home._id))]
  const [people, phones, paid, decided, cadres, doctors] = await Promise.all([
    asks('id-number', 'head-id', 'sex', 'birth') ? findIn(on.db, persons, '_id', ids) : [],
    asks('phone') ? findIn(on.db, contacts, '_id', ids) : [],
    asks('card') ? findIn(on.db, payments, 'personId', ids, ['personId', 'cardSealed', 'month']) : [],
    asks('card') ? decidedOf(on, ids) : undefined,
    asks('cadres') ? findIn(on.db, pairings, 'householdId', homeIds, ['householdId', 'name', 'unit']) : [],
    asks('doctors') ? findIn(on.db, doctorContracts, 'householdId', homeIds, ['householdId', 'name']) : [],
  ])
  const byId = new Map(people.map((person) => [person._id, person]))
  const phoneOf = new Map(phones.map((phone) => [phone._id, phone.phoneSealed]))
  const newest = newestCards(paid)
  const opens = (sealed: string | undefined) => (sealed === undefined ? undefined : splitPhones(open(on.keys, sealed)).join('、'))
  for (const row of rows) {
    const { home, member } = row
    row.person = byId.get(member.personId)
    if (asks('id-number')) row.idNumber = opens(row.person?.idSealed)
    if (asks('head-id') && row.isFirst) row.headIdNumber = opens(byId.get(home.headId)?.idSealed)
    row.phone = opens(phoneOf.get(member.personId))
    row.card = decided?.get(decisionId(member.personId, 'card'))?.value ?? opens(newest.get(member.personId)?.cardSealed)
    row.cadres = namesOf(cadres, home._id, ({ name, unit }) => `${name}（${unit}）`)
    row.doctors = namesOf(doctors, home._id, ({ name }) => name)
  }
}

function newestCards(paid: readonly Payment[]): Map<string, Payment> {
  const newest = new Map<string, Payment>()
  for (const one of paid) if ((newest.get(one.personId)?.month ?? '') <= one.month) newest.set(one.personId, one)
  return newest
}

const namesOf = <T extends { householdId: string | null }>(list: readonly T[], homeId: string, say: (one: T) => string): string =>
  [...new Set(list.filter(({ householdId }) => householdId === homeId).map(say))].join('、')

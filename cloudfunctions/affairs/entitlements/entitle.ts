import { normOn } from '#domain/county/parameters'
import { duesOf } from '#domain/money/entitlements/dues'
import { withoutExcluded } from '#domain/money/entitlements/excluded'
import { addMonths, monthOf, type Month } from '#domain/time/dates'
import type { AtWork, Chunk, KindOfJob } from '#kernel/jobs/kind'
import { find, findIn } from '#store/db/read'
import { payments } from '#store/money/money'
import { households, persons, type Household, type Person } from '#store/people/register'
import { onePerson } from '../persons/one-person'
import { gatherFacts, type Asked } from './gather'
import { keepDues, type KeptDues } from './keep'

/** Up to which month; without one, that of the day on which it begins. */
export interface EntitleInput {
  month?: Month
}

/** Households first, each with its people, then people who are in none. `after`: the last one done. */
interface Cursor {
  month: Month
  phase: 'homes' | 'people'
  after: string
  done: number
  kept: KeptDues
}

/** So many at once: a chunk's facts are held in memory. */
const homesAtOnce = 200
const peopleAtOnce = 500

const personFields = ['name', 'birth', 'householdId', 'sameAs']
const homeFields = ['headId', 'villageCode', 'monthlyFen', 'startMonth', 'listedOn']

/**
 * Works out what everybody is due in a month and so many before it as the pack says, from what is known now, and keeps it. Done again it
 * finds the same and changes nothing.
 */
export const entitling: KindOfJob<EntitleInput, Cursor, KeptDues> = {
  kind: 'entitle',
  async chunk(on, { input, cursor }): Promise<Chunk<Cursor, KeptDues>> {
    const at = cursor ?? { ...first, month: input.month ?? monthOf(on.moment.today) }
    const asked = at.phase === 'homes' ? await nextHomes(on, at.after) : await nextPeople(on, at.after)
    const [some, last] = at.phase === 'homes' ? [asked.homes.length, asked.homes.at(-1)] : [asked.people.length, asked.people.at(-1)]
    if (!last) {
      if (at.phase === 'people') return { result: at.kept }
      return { next: { ...at, phase: 'people', after: '' }, done: at.done, of: null }
    }
    const kept = await entitle(on, asked, at.month)
    return { next: { ...at, after: last._id, done: at.done + some, kept: added(at.kept, kept) }, done: at.done + some, of: null }
  },
  mayCancel: () => true,
  clear: () => Promise.resolve(),
}

const first: Omit<Cursor, 'month'> = { phase: 'homes', after: '', done: 0, kept: { added: 0, changed: 0, ended: 0, same: 0 } }

async function nextHomes({ db }: AtWork, after: string): Promise<Asked> {
  const homes = await find(db, households, { _id: { $gt: after } }, { order: [['_id', 'asc']], limit: homesAtOnce, fields: homeFields })
  const ids = homes.map(({ _id }) => _id)
  const people = await findIn(db, persons, 'householdId', ids, personFields)
  return { homes, people: people.filter(isKept) }
}

async function nextPeople({ db }: AtWork, after: string): Promise<Asked> {
  const filter = { $and: [{ householdId: null }, { _id: { $gt: after } }] }
  const people = await find(db, persons, filter, { order: [['_id', 'asc']], limit: peopleAtOnce, fields: personFields })
  return { homes: [], people }
}

const isKept = ({ sameAs }: Person): boolean => sameAs === undefined

/** What these are due up to a month, worked out and kept. */
async function entitle(
  on: AtWork,
  { homes, people }: { homes: readonly Household[]; people: readonly Person[] },
  month: Month,
): Promise<KeptDues> {
  const asked = { homes, people: people.filter(isKept) }
  const months = { from: await since(on, month), to: month }
  const one = await onePerson(on.db)
  const facts = await gatherFacts(on, one, asked)
  const programmes = new Map(on.county.programmes.map((programme) => [programme.id, programme]))
  const dues = withoutExcluded(duesOf(facts, on.county, months), programmes)
  return keepDues(on, one, asked, dues, months)
}

/** So many months back, and none before the first that there are payments of: what was paid before that nobody here can know. */
async function since({ db, county, moment }: AtWork, month: Month): Promise<Month> {
  const [oldest] = await find(db, payments, {}, { order: [['month', 'asc']], limit: 1, fields: ['month'] })
  const [back, known] = [addMonths(month, -normOn(county, 'entitle-months', moment.today)), oldest?.month ?? month]
  return known > month ? month : known > back ? known : back
}

const added = (a: KeptDues, b: KeptDues): KeptDues => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  ended: a.ended + b.ended,
  same: a.same + b.same,
})

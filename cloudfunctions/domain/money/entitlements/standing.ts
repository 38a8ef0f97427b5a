import type { Category } from '../../register/register'
import { isComing, isLeaving } from '../../register/events'
import { hasCome, inOrder, placeOfEvent } from '../../register/order'
import { registerOn, type RegisterThen } from '../../register/replay'
import { addMonths, isDay, monthOf, type Day, type Month } from '../../time/dates'
import { monthsOf } from '../../time/list-periods'
import type { AwardFact, DueHome, DuePerson, DueRecord, Happened, VitalFact } from './facts'
import { birthdayOf } from './birthdays'

/** What somebody, or a household, is on a day, as far as rules ask for it. */
export interface Standing {
  householdId: string | null
  villageCode: string
  headId: string
  category?: Category
  /** Members on the register who live and are in the county. Of a person: 1 or 0. */
  people: number
  /** Full years; of a household nothing. */
  age?: number
  disability?: { kind?: string; grade?: string }
  pupil: boolean
  records: DueRecord[]
}

/** What holds from a day on. `listed`: a list says so, which counts from its own month. `left`: how somebody left on that day. */
export interface Turn {
  day: Day
  standing: Standing
  listed: boolean
  left?: 'died' | 'exited' | 'movedOut'
}

const firstDay = (on: Day | Month): Day => (isDay(on) ? on : (`${on}-01` as Day))

/** Everything that happened, found by whom and by what it is about. */
export class Happenings {
  private readonly byPerson = new Map<string, Happened[]>()
  private readonly byHome = new Map<string, Happened[]>()
  constructor(events: readonly Happened[]) {
    for (const event of [...events].sort((a, b) => a._id.localeCompare(b._id))) {
      into(this.byPerson, event.personId, event)
      if (event.householdId !== undefined) into(this.byHome, event.householdId, event)
    }
  }
  /** Of a household, and all of whoever was ever in it. */
  readonly ofHome = (id: string): Happened[] =>
    unique([this.byHome.get(id) ?? [], ...this.everIn(id).map((one) => this.byPerson.get(one) ?? [])].flat())
  /** Of a person's entries, and of every household that they were ever in. */
  readonly ofPerson = (entries: readonly string[]): Happened[] => {
    const own = entries.flatMap((one) => this.byPerson.get(one) ?? [])
    const homes = new Set(own.flatMap(({ householdId }) => householdId ?? []))
    return unique([...own, ...[...homes].flatMap((home) => this.byHome.get(home) ?? [])])
  }
  readonly everIn = (home: string): string[] => [...new Set((this.byHome.get(home) ?? []).map(({ personId }) => personId))]
}

const unique = (events: Happened[]): Happened[] => [...new Map(events.map((one) => [one._id, one])).values()]

function into<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key)
  if (group) group.push(one)
  else groups.set(key, [one])
}

/** Whether somebody lives and is in the county on a day. */
function isHere(vital: readonly VitalFact[] | undefined, day: Day): boolean {
  const come = (vital ?? []).filter(({ on }) => hasCome(on, day))
  if (come.some(({ kind }) => kind === 'died')) return false
  const moves = come.filter(({ kind }) => kind !== 'died').sort((a, b) => a.on.localeCompare(b.on) || a.kind.localeCompare(b.kind))
  return moves.at(-1)?.kind !== 'moved-out'
}

/** What a household was, from each day on which anything about it changed. */
export function turnsOfHome(home: DueHome, happened: Happenings, vital: ReadonlyMap<string, readonly VitalFact[]>): Turn[] {
  const { householdId } = home
  const events = happened.ofHome(householdId)
  const own = events.filter((one) => one.householdId === householdId)
  const told = happened.everIn(householdId).flatMap((id) => vital.get(id) ?? [])
  return turnsOf(events, told, [], (day, then) => {
    const is = then.homes.get(householdId)
    const here = [...then.persons].filter(([id, one]) => one.onRegister && one.householdId === householdId && isHere(vital.get(id), day))
    const category = is && categoryOn(own, is.category, day)
    return {
      ...{ householdId, villageCode: is?.villageCode ?? home.villageCode, headId: is?.headId ?? home.headId },
      ...(category !== undefined && { category }),
      ...{ people: here.length, pupil: false, records: recordsOf(own, day) },
    }
  })
}

/** What a person was, from each day on which anything about them changed. `ages`: full years that a rule asks for. */
export function turnsOfPerson(person: DuePerson, happened: Happenings, ages: readonly number[]): Turn[] {
  const { entries, vital, awards, birth } = person
  const events = happened.ofPerson(entries)
  const own = events.filter((one) => entries.includes(one.personId))
  const days = [
    ...ages.map((age) => ({ day: birthdayOf(birth, age), listed: false })),
    ...awards.flatMap(({ kind, period }) => {
      const { from, until } = monthsOf(period)
      return [from, ...(kind === 'schooling' ? [addMonths(until, 1)] : [])].map((month) => ({ day: firstDay(month), listed: true }))
    }),
  ]
  return turnsOf(events, vital, days, (day, then) => {
    const on = entries.map((id) => then.persons.get(id)).find((one) => one?.onRegister)
    const home = then.homes.get(on?.householdId ?? '')
    const ofHome = events.filter((one) => one.householdId === on?.householdId)
    const category = home && categoryOn(ofHome, home.category, day)
    const told = disabilityOn(awards, monthOf(day))
    const school = awards.find((one) => one.kind === 'schooling' && isIn(one, monthOf(day)))
    return {
      ...{
        householdId: on?.householdId ?? person.householdId,
        villageCode: home?.villageCode ?? '',
        headId: home?.headId ?? person.personId,
      },
      ...(category !== undefined && { category }),
      ...{ people: isHere(vital, day) ? 1 : 0, age: ageOn(birth, day), pupil: school !== undefined },
      ...(told?.disability && { disability: told.disability }),
      records: [
        ...recordsOf(own, day),
        ...recordsOf(
          ofHome.filter(({ kind }) => kind === 'category'),
          day,
        ),
        ...[told, school].flatMap((one): DueRecord[] => (one ? [{ kind: 'awards', id: one.id }] : [])),
      ],
    }
  })
}

/** One turn for each day on which anything happened, in time. */
function turnsOf(
  events: readonly Happened[],
  vital: readonly VitalFact[],
  days: readonly { day: Day; listed: boolean }[],
  standingOn: (day: Day, then: RegisterThen) => Standing,
): Turn[] {
  const counted = events.filter(({ repeats }) => !repeats)
  const ends = counted.flatMap(({ until }) => (until === undefined ? [] : [firstDay(addMonths(until, 1))]))
  const all = [...counted.map(({ on }) => firstDay(on)), ...vital.map(({ on }) => firstDay(on)), ...ends, ...days.map(({ day }) => day)]
  return [...new Set(all)].sort().map((day) => {
    const now = counted.filter(({ on }) => firstDay(on) === day)
    const told = vital.filter(({ on }) => firstDay(on) === day)
    const isSlow = now.some(({ decidedAt }) => decidedAt !== undefined) || days.some((one) => one.day === day && !one.listed)
    const left =
      now.some(({ kind }) => kind === 'died') || told.some(({ kind }) => kind === 'died')
        ? ('died' as const)
        : told.some(({ kind }) => kind === 'moved-out')
          ? ('movedOut' as const)
          : now.some(({ kind }) => isLeaving(kind))
            ? ('exited' as const)
            : undefined
    const isSaidByList = !isSlow && (now.length > 0 || told.length === 0)
    return { day, standing: standingOn(day, registerOn(events, day)), listed: isSaidByList, ...(left && { left }) }
  })
}

/** The category of a day; nothing once one that was given for a time is over. */
function categoryOn(events: readonly Happened[], category: Category, day: Day): Category | undefined {
  const given = newest(
    events.filter(({ kind, home }) => kind === 'category' || (home !== undefined && isComing(kind))),
    day,
  )
  return given?.until !== undefined && given.until < monthOf(day) ? undefined : category
}

const newest = (events: readonly Happened[], day: Day): Happened | undefined =>
  events
    .filter(({ on, repeats }) => !repeats && hasCome(on, day))
    .sort((a, b) => inOrder(placeOfEvent(a), placeOfEvent(b)) || a._id.localeCompare(b._id))
    .at(-1)

const recordsOf = (events: readonly Happened[], day: Day): DueRecord[] => {
  const last = newest(events, day)
  return last ? [{ kind: 'register_events', id: last._id }] : []
}

/** The newest list that names a disability speaks until another does. */
const disabilityOn = (awards: readonly AwardFact[], month: Month): AwardFact | undefined =>
  awards
    .filter(({ disability, period }) => disability && monthsOf(period).from <= month)
    .sort((a, b) => monthsOf(a.period).from.localeCompare(monthsOf(b.period).from) || a.id.localeCompare(b.id))
    .at(-1)

const isIn = ({ period }: AwardFact, month: Month): boolean => monthsOf(period).from <= month && month <= monthsOf(period).until

function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return birthdayOf(birth, years) <= day ? years : years - 1
}

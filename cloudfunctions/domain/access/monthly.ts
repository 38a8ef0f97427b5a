import type { Day } from '../time/dates'
import type { StaffRole } from './staff'

/** The monthly 月报: who of an agency looked at how many households, unusual ones first. */

/** What is unusual, by the county pack's norms. */
export interface MonthlyLimits {
  nightFrom: number
  nightUntil: number
  manyADay: number
}

/**
 * One look, as far as the monthly goes. `hour` and `day` are the county's own; `households` is 1 for a file, the number of rows for a list.
 * `emergency`: not a look yet, but a household opened in an emergency; what is then read of it is a look of its own.
 */
export interface Look {
  staffId: string
  name: string
  role: StaffRole
  day: Day
  hour: number
  weekend: boolean
  householdId: string | null
  households: number
  granted: boolean
  emergency: boolean
  exported: boolean
}

export interface MonthlyRow {
  staffId: string
  name: string
  role: StaffRole
  /** Single files opened, and the different households they were of. */
  files: number
  households: number
  /** Lists read, and rows in them together. */
  lists: number
  listed: number
  /** Looks at night, at weekends; refused, in an emergency, exported. */
  nights: number
  weekends: number
  refused: number
  emergencies: number
  exports: number
  /** Most households opened on one day, and whether that is many. */
  busiestDay: number
  /** Why a head should ask, in words; empty for routine. */
  unusual: string[]
}

/** Something done that lets a phone in, or a look with a phone or trust that somebody issued or checked. */
export interface Issued {
  staffId: string
  name: string
  role: StaffRole
  personId: string | null
  householdId: string | null
  isLook: boolean
}

export interface IssuedRow {
  staffId: string
  name: string
  role: StaffRole
  /** Sign-in codes, trusts, numbers, cards, phones that were issued, checked or released; and for how many people. */
  acts: number
  people: number
  /** Looks as 本人 or 家人 with what this person issued or checked, and how many households they were of. */
  looks: number
  households: number
}

/** What each person issued and what was then looked at with it, those with most looks first. */
export function monthlyOfIssued(issued: readonly Issued[]): IssuedRow[] {
  const byPerson = new Map<string, Issued[]>()
  for (const one of issued) byPerson.set(one.staffId, [...(byPerson.get(one.staffId) ?? []), one])
  const different = (list: (string | null)[]) => new Set(list.filter((id) => id !== null)).size
  return [...byPerson.values()]
    .map((own): IssuedRow => {
      const { staffId, name, role } = own.at(-1)!
      const [acts, looks] = [own.filter(({ isLook }) => !isLook), own.filter(({ isLook }) => isLook)]
      return {
        staffId,
        name,
        role,
        acts: acts.length,
        people: different(acts.map(({ personId }) => personId)),
        looks: looks.length,
        households: different(looks.map(({ householdId }) => householdId)),
      }
    })
    .sort((a, b) => b.looks - a.looks || b.acts - a.acts || a.name.localeCompare(b.name, 'zh'))
}

/** One row per person, those with most reasons to ask first. */
export function monthlyOfLooks(looks: readonly Look[], limits: MonthlyLimits): MonthlyRow[] {
  const byPerson = new Map<string, Look[]>()
  for (const look of looks) byPerson.set(look.staffId, [...(byPerson.get(look.staffId) ?? []), look])
  return [...byPerson.values()]
    .map((own) => rowOf(own, limits))
    .sort((a, b) => b.unusual.length - a.unusual.length || b.files + b.lists - a.files - a.lists || a.name.localeCompare(b.name, 'zh'))
}

function rowOf(own: Look[], { nightFrom, nightUntil, manyADay }: MonthlyLimits): MonthlyRow {
  const last = own.at(-1)!
  const granted = own.filter((look) => look.granted && !look.emergency)
  const emergencies = own.filter((look) => look.granted && look.emergency)
  const files = granted.filter(({ householdId }) => householdId !== null)
  const lists = granted.filter(({ householdId }) => householdId === null)
  const perDay = new Map<Day, Set<string>>()
  for (const { day, householdId } of files) perDay.set(day, (perDay.get(day) ?? new Set()).add(householdId!))
  const counted = {
    files: files.length,
    households: new Set(files.map(({ householdId }) => householdId)).size,
    lists: lists.length,
    listed: lists.reduce((sum, { households }) => sum + households, 0),
    nights: [...granted, ...emergencies].filter(({ hour }) => hour >= nightFrom || hour < nightUntil).length,
    weekends: [...granted, ...emergencies].filter(({ weekend }) => weekend).length,
    refused: own.filter((look) => !look.granted).length,
    emergencies: emergencies.length,
    exports: granted.filter(({ exported }) => exported).length,
    busiestDay: Math.max(0, ...[...perDay.values()].map((households) => households.size)),
  }
  const unusual = [
    counted.emergencies > 0 && `紧急查询 ${counted.emergencies} 次`,
    counted.nights > 0 && `夜里查了 ${counted.nights} 次`,
    counted.busiestDay > manyADay && `一天查了 ${counted.busiestDay} 户`,
    counted.refused > 0 && `没让查的 ${counted.refused} 次`,
    counted.exports > 0 && `导出 ${counted.exports} 次`,
  ].filter((reason): reason is string => reason !== false)
  return { staffId: last.staffId, name: last.name, role: last.role, ...counted, unusual }
}

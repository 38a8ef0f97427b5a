import type { SealedField } from '../access/grants'
import type { HouseholdPart } from '../register/register'
import type { Day } from '../time/dates'
import { holdsBefore } from './holds'
import { normaliseName } from './names'
import { splitPhones } from './phones'

/** What several departments may say of a person, as people call it. */
export const statedNames = {
  name: '姓名',
  home: '哪个村',
  category: '哪一类户',
  alive: '在不在世',
  phone: '电话',
  card: '银行卡',
} as const
export type StatedField = keyof typeof statedNames
export const statedFields = Object.keys(statedNames) as [StatedField, ...StatedField[]]

/** Of which of these, and of what only one kind of file can know, one may ask where it comes from. */
export const sourcesOf = [...statedFields, 'money', 'dividends', 'helpers'] as const
export type SourceOf = (typeof sourcesOf)[number]

/**
 * Whether a grant opens it: a name and a village stand in every file that is opened, whether somebody lives with the family, the rest where
 * its part or its number is.
 */
export function opensSource({ parts, fields }: { parts: readonly HouseholdPart[]; fields: readonly SealedField[] }, of: SourceOf): boolean {
  if (of === 'money' || of === 'dividends' || of === 'helpers') return parts.includes(of)
  if (of === 'category') return parts.includes('policies')
  if (of === 'alive') return parts.includes('members')
  return of === 'phone' || of === 'card' ? fields.includes(of) : true
}

/** Whose word goes first for a field, and who mends it where they differ: dated data of the county pack. */
export interface Precedence {
  /** The surest first: a kind of file, or `kind/agency`. What is not named comes after them all. */
  order: string[]
  /** The part of a household's file whose agency has to mend a difference. */
  mends: 'money' | 'policies' | 'members'
  from: Day
  source: string
}

/** What one file says of one field of somebody. */
export interface Stated {
  value: string
  /** The agency's id, '' where the file names none, and its kind. */
  agency: string
  kind: string
  /** That it speaks of; `undated`: it states none, and this is the day on which it was read. */
  day: Day
  undated?: boolean | undefined
}

/** A register's word first, then any other's: the rank of a source in the county's order. */
function rankIn(order: readonly string[], { kind, agency }: Pick<Stated, 'kind' | 'agency'>): number {
  const ranks = [order.indexOf(`${kind}/${agency}`), order.indexOf(kind)].filter((at) => at >= 0)
  return ranks.length > 0 ? Math.min(...ranks) : order.length
}

/**
 * What each source says last: what a newer file of an agency and kind says goes before its earlier ones. Two that differ within its last
 * day are both told.
 */
export function latestOfEach<T extends Stated>(said: readonly T[]): T[] {
  const sourceOf = ({ agency, kind }: T) => `${agency}/${kind}`
  const last = new Map<string, Day>()
  for (const one of said) if (one.day > (last.get(sourceOf(one)) ?? '')) last.set(sourceOf(one), one.day)
  const latest = new Map<string, T>()
  for (const one of said) if (one.day === last.get(sourceOf(one))) latest.set(`${sourceOf(one)}/${one.value}`, one)
  return [...latest.values()]
}

/** What sources say, the one that holds first. */
export const inOrder = <T extends Stated>(said: readonly T[], order: readonly string[]): T[] =>
  latestOfEach(said)
    .map((one) => ({ one, value: one.value, on: one.day, rank: rankIn(order, one) }))
    .sort((a, b) => (holdsBefore(a, b) ? -1 : 1))
    .map(({ one }) => one)

/**
 * Whether two values are one and the same to a reader: another middle dot, spaces in a number, a town beside one of its villages make no
 * difference, and a number among several is the same number.
 */
export function sameValue(field: StatedField, a: string, b: string): boolean {
  if (field === 'name') return normaliseName(a) === normaliseName(b)
  if (field === 'home') return within(a, b) || within(b, a)
  if (field !== 'phone') return a === b
  const [mine, theirs] = [a, b].map((kept) => splitPhones(kept).map((number) => number.replace(/\D/g, '')))
  return mine!.some((number) => theirs!.includes(number))
}

/** A village that is not known yet is its town, and three zeros. */
const within = (a: string, b: string): boolean => a.startsWith(b.replace(/^(\d{9})000$/, '$1'))

/**
 * Those that say otherwise than the one that holds; none where there is nothing to compare. One agency may pay somebody by two cards: of
 * cards only another agency's differs.
 */
export function differing<T extends Stated>(field: StatedField, ordered: readonly T[]): T[] {
  const [held, ...others] = ordered
  if (!held) return []
  const elsewhere = field === 'card' ? others.filter(({ agency }) => agency !== held.agency) : others
  return elsewhere.filter((one) => !sameValue(field, held.value, one.value))
}

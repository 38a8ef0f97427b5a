import { normaliseName } from '../names'
import type { Described, LevelOf, LikenessRules } from './described'

/** How far two names agree. */
export function nameLevel(a: Described, b: Described, rules: Pick<LikenessRules, 'lookAlikes'>): LevelOf<'name'> {
  const [one, other] = [normaliseName(a.name), normaliseName(b.name)]
  if (one === '' || other === '') return 'missing'
  if (one === other) return 'same'
  // 买买提·艾力 and 买买提艾力: some keyboards have no such dot.
  if (one.replaceAll('·', '') === other.replaceAll('·', '')) return 'same'
  const [left, right] = [charactersOf(a), charactersOf(b)]
  if (left.length !== right.length) return 'other'
  const differing = left.flatMap((character, i) => (character.written === right[i]!.written ? [] : [[character, right[i]!] as const]))
  if (differing.every(([x, y]) => soundAlike(x.sounds, y.sounds))) return 'sound'
  if (differing.length === 1) {
    const [[x, y]] = differing as [(typeof differing)[number]]
    if (rules.lookAlikes.some((group) => group.includes(x.written) && group.includes(y.written))) return 'shape'
    if (x.sounds.some((sound) => y.sounds.some((other) => isOneKeyFrom(sound, other)))) return 'key'
  }
  return isTurned(left, right) ? 'turned' : 'other'
}

interface Character {
  written: string
  sounds: readonly string[]
}

const charactersOf = ({ name, sounds }: Described): Character[] =>
  [...normaliseName(name)].map((written, i) => ({ written, sounds: sounds[i] ?? [] })).filter(({ written }) => written !== '·')

const soundAlike = (a: readonly string[], b: readonly string[]): boolean => a.some((sound) => b.includes(sound))

/** 陈国建 for 陈建国: the surname stands, the two behind it changed places. */
const isTurned = (a: Character[], b: Character[]): boolean =>
  a.length === 3 && a[0]!.written === b[0]!.written && a[1]!.written === b[2]!.written && a[2]!.written === b[1]!.written

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Keys that lie beside each other in a row, or below each other. */
function areNeighbours(a: string, b: string): boolean {
  const at = (key: string) => keyboard.findIndex((row) => row.includes(key))
  const [row, other] = [at(a), at(b)]
  if (row < 0 || other < 0 || Math.abs(row - other) > 1) return false
  const apart = keyboard[other]!.indexOf(b) - keyboard[row]!.indexOf(a)
  if (row === other) return Math.abs(apart) === 1
  return row < other ? apart === 0 || apart === -1 : apart === 0 || apart === 1
}

/** Sounds typed with one slip: a key beside the right one (min, mun), one too many or too few (lin, ling; zen, zhen). */
function isOneKeyFrom(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (longer.length - shorter.length > 1 || a === b) return false
  let from = 0
  while (from < shorter.length && shorter[from] === longer[from]) from++
  if (shorter.length < longer.length) return shorter.slice(from) === longer.slice(from + 1)
  return shorter.slice(from + 1) === longer.slice(from + 1) && areNeighbours(shorter[from]!, longer[from]!)
}

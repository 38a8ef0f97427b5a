import { normaliseName } from '../names'
import { levelsOf } from './field-levels'
import { likeFields, type Described, type Levels, type LikeField, type LikenessRules } from './described'

/** What two people are to each other: surely one, perhaps one, or two. */
type Likely = 'sure' | 'proposed' | 'different'

export interface Likeness {
  levels: Levels
  /** Of all fields together, log2. */
  weight: number
  likely: Likely
}

/**
 * Compares two people, field by field, and adds up how much each speaks for one person or for two (Fellegi and Sunter 1969). What is
 * missing adds nothing. Name and place alone never make one of two, whatever the weights: somebody's birth, number or phone must agree.
 */
export function weighTwo(a: Described, b: Described, rules: LikenessRules): Likeness {
  const levels = levelsOf(a, b, rules)
  const weight = likeFields.reduce((sum, field) => sum + weightOf(field, levels, a, b, rules), 0)
  return {
    levels,
    weight,
    likely: weight < rules.proposed || !isTold(levels) ? 'different' : isSure(levels, weight, rules) ? 'sure' : 'proposed',
  }
}

/** Nobody is surely somebody of another sound number. */
const isSure = ({ id }: Levels, weight: number, { sure }: LikenessRules): boolean =>
  weight >= sure && id !== 'other' && id !== 'serial' && id !== 'born'

/** Something that is a person's own agrees: 同村同名 alone is no sign. */
const isTold = ({ id, birth, phone }: Levels): boolean =>
  ['same', 'slip', 'cut', 'born'].includes(id) || ['same', 'slip', 'near'].includes(birth) || ['same', 'slip'].includes(phone)

function weightOf(field: LikeField, levels: Levels, a: Described, b: Described, rules: LikenessRules): number {
  const weight = (rules.weights[field] as Record<string, number>)[levels[field]] ?? 0
  return field === 'name' && weight > 0 ? Math.max(0, weight - commonness(a, b, rules)) : weight
}

/** A name that many bear says less: of two characters, or with a surname of every village. */
function commonness(a: Described, b: Described, { shortName, frequentSurname, surnames }: LikenessRules): number {
  const [one, other] = [[...normaliseName(a.name)], [...normaliseName(b.name)]]
  const isShort = one.length <= 2 && other.length <= 2
  return (isShort ? shortName : 0) + (surnames.includes(one[0]!) && surnames.includes(other[0]!) ? frequentSurname : 0)
}

/**
 * Of several people the one that somebody may be. Nothing, where nobody is like enough; all of them, where more than one are: a person has
 * to tell.
 */
export function chooseAlike<Person extends Described>(wanted: Described, people: readonly Person[], rules: LikenessRules): Person[] {
  const weighed = people.map((person) => ({ person, ...weighTwo(wanted, person, rules) })).filter(({ likely }) => likely !== 'different')
  const sure = weighed.filter(({ likely }) => likely === 'sure')
  const best = (sure.length > 0 ? sure : weighed).sort((a, b) => b.weight - a.weight)
  return best.filter(({ weight }) => weight > best[0]!.weight - rules.proposed / 4).map(({ person }) => person)
}

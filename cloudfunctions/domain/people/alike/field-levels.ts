import { birthOf, idNumberFault, sexOf, upgradedIdNumber } from '../id-number'
import { isOneSlipFrom, mayHaveBeen } from '../id-slips'
import type { Day } from '../../time/dates'
import { nameLevel } from './name-levels'
import type { Described, LevelOf, Levels, LikenessRules } from './described'

/** How far two people agree, field by field. What a sound identity number tells of birth and sex counts where nothing else does. */
export const levelsOf = (a: Described, b: Described, rules: Pick<LikenessRules, 'lookAlikes' | 'nearYears'>): Levels => {
  const [one, other] = [withIdFacts(a), withIdFacts(b)]
  return {
    id: idLevel(one, other),
    name: nameLevel(one, other, rules),
    birth: birthLevel(one.birth, other.birth, rules.nearYears),
    sex: one.sex && other.sex ? (one.sex === other.sex ? 'same' : 'other') : 'missing',
    home: homeLevel(one.home, other.home),
    phone: phoneLevel(one.phones, other.phones),
  }
}

/** An old number of 15 digits is the one of 18 that it became. */
function withIdFacts(person: Described): Described {
  const idNumber = upgradedIdNumber(person.idNumber ?? '') ?? person.idNumber
  if (!idNumber || person.idCut || idNumberFault(idNumber)) return { ...person, idNumber }
  return { ...person, idNumber, birth: person.birth ?? birthOf(idNumber), sex: person.sex ?? sexOf(idNumber) }
}

function idLevel(a: Described, b: Described): LevelOf<'id'> {
  const [one, other] = [a.idNumber ?? '', b.idNumber ?? '']
  if (one === '' || other === '') return 'missing'
  if (a.idCut || b.idCut) {
    if (a.idCut && b.idCut) return 'missing'
    const [whole, cut] = a.idCut ? [other, one] : [one, other]
    return whole.length !== 18 || cut.length !== 18 ? 'missing' : mayHaveBeen(whole, cut) ? 'cut' : 'other'
  }
  if (one === other) return 'same'
  if (isOneSlipFrom(one, other)) return 'slip'
  if (one.length !== 18 || other.length !== 18) return 'other'
  // The place and the number of the day are the same: whoever wrote the birth into it wrote it wrong.
  if (one.slice(0, 6) === other.slice(0, 6) && one.slice(14, 17) === other.slice(14, 17)) return 'born'
  return one.slice(0, 14) === other.slice(0, 14) ? 'serial' : 'other'
}

function birthLevel(a: Day | undefined, b: Day | undefined, nearYears: number): LevelOf<'birth'> {
  if (!a || !b) return 'missing'
  if (a === b) return 'same'
  const [[year, month, day], [otherYear, otherMonth, otherDay]] = [a.split('-'), b.split('-')] as [string[], string[]]
  if (year === otherYear && month === otherDay && day === otherMonth) return 'slip'
  if (isOneSlipFrom(a.replaceAll('-', ''), b.replaceAll('-', '')) && year!.slice(0, 3) === otherYear!.slice(0, 3)) return 'slip'
  return month === otherMonth && day === otherDay && Math.abs(Number(year) - Number(otherYear)) <= nearYears ? 'near' : 'other'
}

/** A town says nothing against a village in it. */
function homeLevel(a: string | undefined, b: string | undefined): LevelOf<'home'> {
  if (!a || !b) return 'missing'
  if (a === b && a.length === 12) return 'same'
  return a.slice(0, 9) === b.slice(0, 9) ? 'town' : 'other'
}

function phoneLevel(a: readonly string[] = [], b: readonly string[] = []): LevelOf<'phone'> {
  if (a.length === 0 || b.length === 0) return 'missing'
  if (a.some((one) => b.includes(one))) return 'same'
  return a.some((one) => b.some((other) => isOneSlipFrom(one, other))) ? 'slip' : 'other'
}

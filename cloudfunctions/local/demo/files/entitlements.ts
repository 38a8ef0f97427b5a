import { fen, type Fen } from '#domain/money/money'
import type { Household, Person } from './household'
import { featured, invented } from './numbers'
import { dice, type Dice } from './random'

/** What a person has a right to beside the household's 低保金. Amounts in 分. */
export interface Entitlement {
  /** 困难残疾人生活补贴, a month. */
  livingFen?: Fen
  /** 重度残疾人护理补贴, a month. */
  careFen?: Fen
  /** 移民直补, a quarter. */
  resettlementFen?: Fen
  /** 耕地地力保护补贴, a year; heads only. */
  farmlandFen?: Fen
  /** 上级补助金, a year; heads only. */
  upperGrantFen?: Fen
  /** 助学补助, a term. */
  studentFen?: Fen
}

/** Fixed like the people, so that rights do not come and go with the day the demo is made. */
const year = 2026

/** Rights by ID number. */
export function makeEntitlements(households: Household[], seed: number): Map<string, Entitlement> {
  const chance = dice(seed, 'entitlements')
  const rights = new Map<string, Entitlement>()
  for (const household of households) {
    const resettled = chance.chance(invented.resettledHouseholdShare)
    const farms = chance.chance(invented.farmlandHouseholdShare)
    const granted = chance.chance(invented.upperGrantHouseholdShare)
    household.members.forEach((person, i) => {
      const right: Entitlement = {
        ...disability(household, chance),
        ...student(person),
        ...(resettled && { resettlementFen: invented.resettlementQuarterFen }),
        ...(i === 0 && farms && { farmlandFen: fen(Math.round((chance.int(50, 600) * invented.farmlandFenPerMu) / 100)) }),
        ...(i === 0 && granted && { upperGrantFen: fen(chance.int(5, 20) * 10_000) }),
      }
      rights.set(person.id, right)
    })
    // The featured couple has two payments a month and no more: what the guides say must come true.
    if (household.featured) household.members.forEach(({ id }, i) => rights.set(id, i === 1 ? { careFen: featured.careFen } : {}))
  }
  return rights
}

function disability(household: Household, chance: Dice): Entitlement {
  if (!chance.chance(invented.disabledShare)) return {}
  const grade = chance.weighted([
    { grade: 1, weight: 15 },
    { grade: 2, weight: 33 },
    { grade: 3, weight: 52 },
  ] as const).grade
  // Whoever is provided for as destitute draws neither.
  const poor = household.category === 'destitute'
  const care = grade === 3 || poor ? undefined : invented.careAllowanceFen[grade]
  const living = !poor && (grade === 3 || chance.chance(0.5)) ? invented.livingAllowanceFen : undefined
  return { ...(living && { livingFen: living }), ...(care && { careFen: care }) }
}

/** By age, as schools are: the sample list pays 500, 625, 1,000 and 1,500 yuan. */
function student(person: Person): Entitlement {
  const age = year - Number(person.birth.slice(0, 4))
  if (age < 6 || age > 21) return {}
  return { studentFen: fen(age < 12 ? 50_000 : age < 15 ? 62_500 : age < 18 ? 100_000 : 150_000) }
}

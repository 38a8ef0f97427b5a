import type { County } from '#domain/county/county'
import { addMonths, monthOf, type Day } from '#domain/time/dates'
import type { Household, Person, Place, RegisterCategory } from './household'
import { makeMembers } from './members'
import { mint, type Mint, type Sex } from './mint'
import { featured, householdsBySize, invented, paper } from './numbers'
import { dice, type Dice } from './random'
import words from './words.json'
import { fen } from '#domain/money/money'

/** Towns in the pack's order; within a town villages first, then communities, as the register prints them. */
export const placesOf = (county: County): Place[] =>
  county.towns.flatMap((town) => {
    const inOrder = [...town.villages].sort((a, b) => Number(a.kind !== 'village') - Number(b.kind !== 'village'))
    return inOrder.map((village) => ({ town, village }))
  })

/** The register: every household, in the order in which it is printed. Exactly as many people and households as the paper counts. */
export function makeHouseholds(county: County, today: Day, seed: number): { households: Household[]; minted: Mint } {
  const minted = mint(seed)
  const chance = dice(seed, 'households')
  const places = placesOf(county)
  const home = places.find(({ town }) => town.name === featured.town) ?? places[0]!
  const sizes = chance.shuffle(householdsBySize.flatMap((count, i) => Array<number>(count).fill(i + 1)))
  // The featured couple takes the place of one couple.
  sizes.splice(sizes.indexOf(2), 1)

  const households = shareOut(places, dice(seed, 'places')).flatMap(({ place, count }) => {
    const isHome = place === home
    const own = Array.from({ length: count - (isHome ? 1 : 0) }, () => makeHousehold(place, sizes.pop()!, { today, chance, minted }))
    const sorted = own.sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category))
    return isHome ? [makeFeatured(place, minted), ...sorted] : sorted
  })
  giveRareNames(households)
  numberCertificates(households)
  return { households, minted }
}

const order: RegisterCategory[] = ['destitute', 'minimum-living', 'near-minimum']

function makeHousehold(place: Place, size: number, { today, chance, minted }: { today: Day; chance: Dice; minted: Mint }): Household {
  const category =
    size === 1 && chance.chance(invented.destituteShareOfSingles)
      ? 'destitute'
      : chance.chance(invented.nearMinimumShareOfOthers)
        ? 'near-minimum'
        : 'minimum-living'
  const members = makeMembers(size, category === 'destitute', chance, minted)
  // In steps of half a yuan, as the sample register has them.
  const perPerson = chance.int(950, 2_200) * 50
  const newcomer = chance.chance(0.02)
  const since = newcomer ? addMonths(monthOf(today), -chance.int(1, 11)) : addMonths('2025-10', -chance.int(0, 162))
  return {
    place,
    category,
    members,
    ...(category === 'destitute' && { monthlyFen: invented.destituteMonthlyFen }),
    ...(category === 'minimum-living' && { monthlyFen: fen(Math.round((perPerson * size * (1 - 0.05 * (size - 1))) / 50) * 50) }),
    since: since > monthOf(today) ? monthOf(today) : since,
    certificate: '',
    featured: false,
  }
}

function makeFeatured(place: Place, minted: Mint): Household {
  const person = (who: { name: string; birth: Day }, sex: Sex, relation: string): Person => ({
    ...who,
    sex,
    relation,
    id: minted.id(who.birth, sex),
    card: minted.card(),
  })
  return {
    place,
    category: 'minimum-living',
    members: [person(featured.head, '男', '户主'), person(featured.wife, '女', '配偶')],
    monthlyFen: featured.monthlyFen,
    since: '2016-04',
    certificate: '',
    featured: true,
  }
}

/** How many households live in each place: at least six where there are enough, in all exactly the paper's number. */
function shareOut(places: Place[], chance: Dice): { place: Place; count: number }[] {
  const least = Math.min(6, Math.floor(paper.households / places.length))
  const weights = places.map(() => 0.4 + chance.next())
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const spare = paper.households - least * places.length
  const bounds = weights.reduce<number[]>((sums, weight) => [...sums, (sums[sums.length - 1] ?? 0) + weight], [])
  const upTo = (i: number) => (i < 0 ? 0 : i === places.length - 1 ? spare : Math.round((bounds[i]! / all) * spare))
  return places.map((place, i) => ({ place, count: least + upTo(i) - upTo(i - 1) }))
}

/** Names that only GB18030 can write go to single heads on 低保, so that they stand in the bank's files too. */
function giveRareNames(households: Household[]): void {
  words.rareHeads.forEach(({ name, sex }, i) => {
    const fromHere = households.slice(Math.floor((i / words.rareHeads.length) * households.length))
    const found = fromHere.find(({ category, members }) => category === 'minimum-living' && members.length === 1 && members[0].sex === sex)
    if (found) found.members[0].name = name
  })
}

const letters = { destitute: 'TK', 'minimum-living': 'DB', 'near-minimum': 'DBBY' }

function numberCertificates(households: Household[]): void {
  const counts = new Map<string, number>()
  for (const household of households) {
    const { code } = household.place.town
    const number = (counts.get(code) ?? 0) + 1
    counts.set(code, number)
    household.certificate = letters[household.category] + code + String(number).padStart(5, '0')
  }
}

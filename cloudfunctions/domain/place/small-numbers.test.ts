import fc from 'fast-check'
import { categories, type Category } from '../register/register'
import { asCounted, countByCategory, type CategoryCount } from './small-numbers'

type Counts = Record<Category, number>
const countsOf = (numbers: readonly number[]): Counts =>
  Object.fromEntries(categories.map((category, i) => [category, numbers[i]!])) as Counts
const told = (...numbers: number[]) => countByCategory(countsOf(numbers)).map(({ category, households }) => [category, households])

test('1 to 4 are few; none and five are told', () => {
  expect([0, 1, 4, 5, 100].map(asCounted)).toEqual([0, 'few', 'few', 5, 100])
})

test('without small numbers everything is told', () => {
  expect(told(30, 12, 0, 5)).toEqual([
    ['minimum-living', 30],
    ['near-minimum', 12],
    ['destitute', 0],
    ['disability-only', 5],
  ])
})

test('beside a small number the last larger one is left out, so that the total gives nothing away', () => {
  expect(told(30, 12, 3, 8)).toEqual([
    ['minimum-living', 30],
    ['near-minimum', 12],
    ['destitute', 'few'],
  ])
  expect(told(30, 12, 3, 4)).toEqual([
    ['minimum-living', 30],
    ['destitute', 'few'],
    ['disability-only', 'few'],
  ])
})

test('a village of fewer than twenty households is not told by category; nor is one where only one answer fits', () => {
  expect(told(10, 9, 0, 0)).toEqual([])
  expect(told(14, 5, 0, 1)).toEqual([])
  expect(told(14, 6, 0, 1)).toEqual([
    ['minimum-living', 14],
    ['destitute', 0],
    ['disability-only', 'few'],
  ])
})

const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => i)
/** Every village of so many households. */
const villagesOf = (total: number): Counts[] =>
  upTo(total).flatMap((a) => upTo(total - a).flatMap((b) => upTo(total - a - b).map((c) => countsOf([a, b, c, total - a - b - c]))))

test('no number of 1 to 4 can be worked out by somebody who knows the total and the rule: every page fits at least two', () => {
  const known = [
    [1, 2, 3, 4],
    ...upTo(36)
      .filter((total) => total > 4)
      .map((total) => [total]),
  ].flatMap((totals) => {
    const pages = new Map<string, Counts[]>()
    for (const counts of totals.flatMap(villagesOf)) {
      const page = JSON.stringify(countByCategory(counts))
      pages.set(page, [...(pages.get(page) ?? []), counts])
    }
    return [...pages].flatMap(([page, possible]) =>
      categories
        .filter(
          (category) =>
            asCounted(possible[0]![category]) === 'few' && possible.every((counts) => counts[category] === possible[0]![category]),
        )
        .map((category) => `${totals.join()}: ${page}: ${category}`),
    )
  })
  expect(known).toEqual([])
})

test('however large the village: another number of the few, taken from what is left out, gives the same page', () => {
  const numbers = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(numbers, (some) => {
      const counts = countsOf(some)
      const page: CategoryCount[] = countByCategory(counts)
      const few = page.filter(({ households }) => households === 'few').map(({ category }) => category)
      const [leftOut, ...more] = categories.filter((category) => !page.some((shown) => shown.category === category))
      if (few.length === 0) return
      expect(more).toEqual([])
      const others = few.flatMap((category) =>
        [1, -1].map((by): Counts => ({ ...counts, [category]: counts[category] + by, [leftOut!]: counts[leftOut!] - by })),
      )
      for (const category of few)
        expect(
          others.some((other) => other[category] !== counts[category] && JSON.stringify(countByCategory(other)) === JSON.stringify(page)) ||
            few.length > 1,
        ).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

import fc from 'fast-check'
import { asCounted, countByKind, type KindCount } from './small-numbers'

const kinds = ['低保户', '低边户', '特困户', '残疾人家庭']
const countsOf = (numbers: readonly number[]): KindCount<number>[] =>
  numbers.map((households, i) => ({ name: kinds[i] ?? `第 ${i + 1} 类`, households }))
const told = (...numbers: number[]) => countByKind(countsOf(numbers)).map(({ name, households }) => [name, households])

test('1 to 4 are few; none and five are told', () => {
  expect([0, 1, 4, 5, 100].map(asCounted)).toEqual([0, 'few', 'few', 5, 100])
})

test('without small numbers everything is told', () => {
  expect(told(30, 12, 0, 5)).toEqual([
    ['低保户', 30],
    ['低边户', 12],
    ['特困户', 0],
    ['残疾人家庭', 5],
  ])
})

test('beside a small number the last larger one is left out, so that the total gives nothing away', () => {
  expect(told(30, 12, 3, 8)).toEqual([
    ['低保户', 30],
    ['低边户', 12],
    ['特困户', 'few'],
  ])
  expect(told(30, 12, 3, 4)).toEqual([
    ['低保户', 30],
    ['特困户', 'few'],
    ['残疾人家庭', 'few'],
  ])
})

test('a village of fewer than five households for each kind is not told by kind; nor is one where only one answer fits', () => {
  expect(told(10, 9, 0, 0)).toEqual([])
  expect(told(14, 5, 0, 1)).toEqual([])
  expect(told(14, 6, 0, 1)).toEqual([
    ['低保户', 14],
    ['特困户', 0],
    ['残疾人家庭', 'few'],
  ])
  expect(told(14, 10, 0, 0, 0)).toEqual([])
  expect(told(14, 11, 0, 0, 0)).toHaveLength(5)
})

const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => i)
/** Every way in which so many households are of so many kinds. */
const splits = (total: number, parts: number): number[][] =>
  parts === 1 ? [[total]] : upTo(total).flatMap((first) => splits(total - first, parts - 1).map((rest) => [first, ...rest]))

test('no number of 1 to 4 can be worked out by somebody who knows the total and the rule: every page fits at least two', () => {
  for (const { parts, most } of [
    { parts: 3, most: 40 },
    { parts: 4, most: 36 },
    { parts: 5, most: 31 },
  ]) {
    const totals = [[1, 2, 3, 4], ...upTo(most).flatMap((total) => (total > 4 ? [[total]] : []))]
    const known = totals.flatMap((some) => {
      // By page: which numbers of each kind fit it.
      const pages = new Map<string, Set<number>[]>()
      for (const numbers of some.flatMap((total) => splits(total, parts))) {
        const page = JSON.stringify(countByKind(countsOf(numbers)))
        const fitting = pages.get(page) ?? numbers.map(() => new Set<number>())
        pages.set(page, fitting)
        numbers.forEach((number, i) => fitting[i]!.add(number))
      }
      return [...pages].filter(([, fitting]) => fitting.some((numbers) => numbers.size === 1 && asCounted([...numbers][0]!) === 'few'))
    })
    expect(known).toEqual([])
  }
})

test('however large the village: another number of the few, taken from what is left out, gives the same page', () => {
  const numbers = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), { minLength: 4, maxLength: 8 })
  fc.assert(
    fc.property(numbers, (some) => {
      const page = countByKind(countsOf(some))
      const few = countsOf(some).flatMap(({ name }, i) => (page.some((one) => one.name === name && one.households === 'few') ? [i] : []))
      const [leftOut, ...more] = upTo(some.length - 1).filter((i) => !page.some(({ name }) => name === countsOf(some)[i]!.name))
      if (few.length === 0) return
      expect(more).toEqual([])
      const others = few.flatMap((i) =>
        [1, -1].map((by) => some.map((number, k) => (k === i ? number + by : k === leftOut ? number - by : number))),
      )
      for (const i of few)
        expect(
          others.some((other) => other[i] !== some[i] && JSON.stringify(countByKind(countsOf(other))) === JSON.stringify(page)) ||
            few.length > 1,
        ).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

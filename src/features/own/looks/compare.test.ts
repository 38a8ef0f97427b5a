import type { Look, Looks } from '#contract/household/farmer'
import { compareLooks, rangeOf, rememberLooks, sayNumbers, wholeFrom } from './compare'

const mark = (n: number, text = `mark-${n}`) => ({ n, mark: text })
/** An answer whose record has these numbers, newest first. */
const answer = (numbers: number[], chained = Math.max(0, ...numbers)): Looks => ({
  looks: [],
  older: [],
  marks: numbers.sort((a, b) => b - a).map((n) => mark(n)),
  chained,
})
const to = (n: number, from = 1) => Array.from({ length: n - from + 1 }, (_, i) => from + i)
const nothing = { highest: 0, marks: {} }
const fine = { missing: [], changed: [] }

test('a first answer that runs from 1 without a gap is in order; an empty one too', () => {
  expect(compareLooks(nothing, answer(to(12)))).toEqual(fine)
  expect(compareLooks(nothing, answer([]))).toEqual(fine)
})

test('what was seen and then more is in order', () => {
  const seen = rememberLooks(nothing, answer(to(7)))
  expect(compareLooks(seen, answer(to(9)))).toEqual(fine)
})

test('a look that is not there any more is missed, whether in the middle or at the end', () => {
  const seen = rememberLooks(nothing, answer(to(9)))
  expect(compareLooks(seen, answer([1, 2, 3, 4, 5, 6, 8, 9]))).toEqual({ missing: [7], changed: [] })
  expect(compareLooks(seen, answer(to(6)))).toEqual({ missing: [7, 8, 9], changed: [] })
})

test('looks that were renumbered to hide one are found altered', () => {
  const seen = rememberLooks(nothing, answer(to(4)))
  const without2: Looks = { ...answer([]), marks: [mark(3, 'mark-4'), mark(2, 'mark-3'), mark(1)], chained: 3 }
  expect(compareLooks(seen, without2)).toEqual({ missing: [4], changed: [2, 3] })
})

test('an alteration stays one, however often it is seen', () => {
  const seen = rememberLooks(nothing, answer(to(3)))
  const altered: Looks = { ...answer([]), marks: [mark(3), mark(2, 'other'), mark(1)], chained: 3 }
  expect(compareLooks(rememberLooks(rememberLooks(seen, altered), altered), altered)).toEqual({ missing: [], changed: [2] })
  expect(rememberLooks(seen, answer(to(1)))).toMatchObject({ highest: 3 })
})

test('of a long record the newest 300 are held against it, and what is older is not missed', () => {
  const full = answer(to(530, 231))
  expect(rangeOf(full)).toEqual({ from: 231, to: 530 })
  expect(compareLooks(rememberLooks(nothing, answer(to(100))), full)).toEqual(fine)
  expect(compareLooks(nothing, { ...full, marks: full.marks.filter(({ n }) => n !== 400) }).missing).toEqual([400])
})

test('the phone remembers the last 50 fingerprints', () => {
  const seen = rememberLooks(nothing, answer(to(80)))
  expect(Object.keys(seen.marks)).toHaveLength(50)
  expect(seen.marks[80]).toBe('mark-80')
  expect(seen.marks[30]).toBeUndefined()
})

test('numbers as people say them', () => {
  expect(sayNumbers([7])).toBe('第 7 次')
  expect(sayNumbers([9, 3, 4])).toBe('第 3、4、9 次')
  expect(sayNumbers(to(9, 3))).toBe('第 3 到 9 次')
})

test('whole is what can be scrolled to: down from the newest to the first that is not among the looks', () => {
  const shown = (...numbers: (number | undefined)[]) => numbers.map((n) => ({ n }) as Look)
  expect(wholeFrom(answer(to(9)), shown(9, 8, undefined, 7, 3, 1))).toBe(7)
  expect(wholeFrom(answer(to(3)), shown(1, 2, 3))).toBe(1)
  expect(wholeFrom(answer(to(3)), shown(2, 1))).toBeUndefined()
})

import { medianOf } from './median'

test.each([
  [[], null],
  [[[3, 1]], 3],
  [
    [
      [10, 1],
      [0, 1],
    ],
    5,
  ],
  [
    [
      [0, 3],
      [90, 2],
    ],
    0,
  ],
  [
    [
      [7, 0],
      [2, 2],
      [4, 2],
    ],
    3,
  ],
])('%j → %s', (counts, expected) => expect(medianOf(counts.map(([value, count]) => ({ value: value!, count: count! })))).toBe(expected))

import { shareOf } from './confidence'
import { mostUnmet, toDetect, toEstimate } from './sample-size'

test.each([
  [12_883, 5, 374, 560],
  [200, 5, 132, 198],
  [1, 5, 1, 1],
  [0, 5, 0, 0],
])('of %i, to ± %i points: %i, with the reserve %i', (population, points, ask, withReserve) => {
  expect(toEstimate(population, points)).toEqual({ ask, withReserve })
})

test.each([
  [12_883, 1, 295],
  [12_883, 3, 99],
  [12_883, 5, 59],
  [200, 1, 155],
  [200, 3, 78],
  [200, 5, 51],
  [10, 1, 10],
  [1, 3, 1],
  [0, 3, 0],
])('of %i, to meet one if %i %% are wrong: %i', (population, percent, ask) => {
  expect(toDetect(population, percent).ask).toBe(ask)
})

test('the number to meet one is the least: one fewer may miss more than once in twenty', () => {
  for (const percent of [1, 2, 3, 5, 10]) {
    const population = 500
    const wrong = Math.round((population * percent) / 100)
    const missed = (drawn: number) =>
      Array.from({ length: drawn }, (_, i) => (population - wrong - i) / (population - i)).reduce((all, one) => all * one, 1)
    const { ask } = toDetect(population, percent)
    expect(missed(ask)).toBeLessThanOrEqual(0.05)
    expect(missed(ask - 1)).toBeGreaterThan(0.05)
  }
})

test('what nobody met may be, at most', () => {
  expect(mostUnmet(200, 155)).toBe(1)
  expect(mostUnmet(200, 154)).toBe(2)
  expect(mostUnmet(200, 200)).toBe(0)
  expect(mostUnmet(200, 0)).toBe(200)
})

test('a share and what it lies between, in hundredths of a percent', () => {
  expect(shareOf(0, 374)).toEqual({ share: 0, low: 0, high: 102 })
  expect(shareOf(374, 374)).toEqual({ share: 10_000, low: 9898, high: 10_000 })
  expect(shareOf(1, 2)).toEqual({ share: 5000, low: 945, high: 9055 })
  expect(shareOf(3, 4, 4)).toEqual({ share: 7500, low: 7500, high: 7500 })
  expect(shareOf(0, 0)).toBeUndefined()
})

import * as fc from 'fast-check'
import { fen } from './money'
import { expectedBy, sayable, saySaidOf, yearSum } from './said'

const by = expectedBy('2026-10', 25)
const line = (state: 'credited' | 'failed' | 'waiting' | 'checking', more: object = {}) => ({ state, month: '2026-10' as const, ...more })

test.each([
  ['credited', '2026-10-12', ['received', 'not-received', 'other-amount']],
  ['failed', '2026-10-12', ['received', 'not-received']],
  ['waiting', '2026-10-25', ['received', 'other-amount']],
  ['waiting', '2026-10-26', ['received', 'not-received', 'other-amount']],
  ['checking', '2026-10-25', ['received', 'other-amount']],
  ['waiting', '2026-09-30', []],
] as const)('of a line that is %s on %s can be said %j', (state, today, said) => {
  expect(sayable(line(state), by, today)).toEqual(said)
})

test('of what was refused and is sent again nothing is said there', () =>
  expect(sayable(line('failed', { retriedIn: '2026-11' }), by, '2026-11-30')).toEqual([]))

test('words as people say them', () => {
  expect(saySaidOf('other-amount', fen(50_000))).toBe('数目不对，收到 500 元')
  expect(saySaidOf('not-received', null)).toBe('没收到')
})

test('a year: by programme and in all; what was sent again counts once, what came in another amount as it came', () => {
  const of = (programme: string, month: `${number}-${number}`, dueFen: number, more: object) => ({
    ...{ programme, month, dueFen: fen(dueFen) },
    ...{ state: 'credited' as const, ...more },
  })
  const lines = [
    of('minimum-living', '2026-09', 76_200, {}),
    of('minimum-living', '2026-10', 76_200, { state: 'failed', retriedIn: '2026-11' }),
    of('minimum-living', '2026-11', 76_200, { paidFen: fen(70_000) }),
    of('farmland', '2026-11', 12_345, { state: 'waiting' }),
    of('farmland', '2025-11', 9_999, {}),
  ]
  expect(yearSum(lines, 2026)).toEqual({
    ...{ year: 2026, dueFen: 76_200 * 2 + 12_345, cameFen: 146_200 },
    programmes: [
      { programme: 'minimum-living', dueFen: 152_400, cameFen: 146_200 },
      { programme: 'farmland', dueFen: 12_345, cameFen: 0 },
    ],
  })
})

test('programmes always add up to the whole, whatever the lines are, and their order is nothing', () => {
  const anyLine = fc.record({
    programme: fc.constantFrom('a', 'b', 'c'),
    month: fc.constantFrom('2025-12', '2026-01', '2026-12'),
    dueFen: fc.nat(10_000_000).map(fen),
    state: fc.constantFrom('credited', 'failed', 'waiting', 'checking'),
  })
  fc.assert(
    fc.property(fc.array(anyLine as fc.Arbitrary<Parameters<typeof yearSum>[0][number]>), (lines) => {
      const sum = yearSum(lines, 2026)
      for (const name of ['dueFen', 'cameFen'] as const) expect(sum.programmes.reduce((all, one) => all + one[name], 0)).toBe(sum[name])
      expect(yearSum([...lines].reverse(), 2026)).toEqual(sum)
    }),
  )
})

import { readSlashed, slashOrderOf } from './slashed-dates'

test.each([
  [['10/1/2026', '10/23/2026'], 'month-first'],
  [['1/10/2026', '23/10/2026'], 'day-first'],
  [['10/1/2026', '3.4.2026'], 'unsure'],
  [['10/1/2026', '13/1/2026', '1/13/2026'], 'mixed'],
  [['10/10/2026', '2026-10-01', '十月', null], undefined],
  [['23/10/2026'], undefined],
])('%j is written %s', (cells, order) => expect(slashOrderOf(cells)).toBe(order))

test.each([
  ['10/1/2026', 'month-first', { on: '2026-10-01' }],
  ['10/1/2026', 'day-first', { on: '2026-01-10' }],
  ['10/1/2026', undefined, { fault: 'unreadable' }],
  ['10/10/2026', undefined, { on: '2026-10-10' }],
  ['10/23/2026 0:00', undefined, { on: '2026-10-23' }],
  ['１-10-2026 9:05:00 PM', 'day-first', { on: '2026-10-01' }],
  ['31/2/2026', undefined, { fault: 'impossible' }],
  ['13/13/2026', 'day-first', { fault: 'unreadable' }],
  ['0/5/2026', 'day-first', { fault: 'unreadable' }],
  ['10/1/26', 'month-first', undefined],
  ['2026/10/1', 'day-first', undefined],
] as const)('%s, %s: %j', (cell, order, read) => expect(readSlashed(cell, order)).toEqual(read))

import type { Day, Month } from '../time/dates'
import { monthsAnswered, placeIn, type BatchFacts, type PlanFacts } from './answered-months'

const plan = (month: Month, made: Day | null = null, rows = 100): PlanFacts => ({ month, rows, made })
const batch = (day: Day, over: Partial<BatchFacts> = {}): BatchFacts => ({ _id: day, day, stated: null, lines: 100, ...over })
const first = (plans: PlanFacts[], batches: BatchFacts[]) =>
  Object.fromEntries([...monthsAnswered(plans, batches)].map(([id, months]) => [id, months[0]]))

const [august, september, october, november] = [plan('2026-08'), plan('2026-09'), plan('2026-10'), plan('2026-11')]

test.each<[string, PlanFacts[], BatchFacts[], Record<string, string>]>([
  [
    'paid in its own month',
    [september, october],
    [batch('2026-09-15'), batch('2026-10-15')],
    { '2026-09-15': '2026-09', '2026-10-15': '2026-10' },
  ],
  [
    'National Day: September’s money on 8 October, October’s on the 15th',
    [september, october],
    [batch('2026-10-08'), batch('2026-10-15')],
    { '2026-10-08': '2026-09', '2026-10-15': '2026-10' },
  ],
  [
    'National Day, and October’s plan was not made yet',
    [september, plan('2026-10', '2026-10-12')],
    [batch('2026-10-08')],
    { '2026-10-08': '2026-09' },
  ],
  [
    'New Year: December’s money on 4 January',
    [plan('2026-12'), plan('2027-01')],
    [batch('2026-12-30', { stated: '2026-11' }), batch('2027-01-04'), batch('2027-01-20')],
    { '2026-12-30': '2026-11', '2027-01-04': '2026-12', '2027-01-20': '2027-01' },
  ],
  [
    'before New Year: January’s money on 30 December',
    [plan('2026-12'), plan('2027-01')],
    [batch('2026-12-10'), batch('2026-12-30')],
    { '2026-12-10': '2026-12', '2026-12-30': '2027-01' },
  ],
  [
    'the 31st',
    [september, october, november],
    [batch('2026-09-30'), batch('2026-10-31'), batch('2026-11-30')],
    { '2026-09-30': '2026-09', '2026-10-31': '2026-10', '2026-11-30': '2026-11' },
  ],
  [
    'a 31st that slipped to the 2nd',
    [october, november],
    [batch('2026-11-02'), batch('2026-11-30')],
    { '2026-11-02': '2026-10', '2026-11-30': '2026-11' },
  ],
  [
    'always on the 8th, of its own month',
    [august, september, october],
    [batch('2026-08-08'), batch('2026-09-08'), batch('2026-10-08')],
    { '2026-08-08': '2026-08', '2026-09-08': '2026-09', '2026-10-08': '2026-10' },
  ],
  ['history that is not here', [september, october], [batch('2026-10-15')], { '2026-10-15': '2026-10' }],
  [
    'a month that the file states',
    [september, october],
    [batch('2026-10-15', { stated: '2026-09' }), batch('2026-10-16')],
    { '2026-10-15': '2026-09', '2026-10-16': '2026-10' },
  ],
  [
    'a second try of a few',
    [september, october],
    [batch('2026-10-15'), batch('2026-10-25', { lines: 5 })],
    { '2026-10-15': '2026-10', '2026-10-25': '2026-10' },
  ],
  ['no plan at all', [], [batch('2026-10-08')], { '2026-10-08': '2026-10' }],
])('%s', (_, plans, batches, months) => {
  expect(first(plans, batches)).toEqual(months)
  expect(first([...plans].reverse(), [...batches].reverse())).toEqual(months)
})

test('a line goes where a plan row is still open for it', () => {
  const lines = [
    { _id: 'a', key: 'c/100' },
    { _id: 'b', key: 'c/100' },
    { _id: 'c', key: 'd/5' },
  ]
  const { placed, left } = placeIn(lines, { dues: new Map([['c/100', 2]]), credited: new Map([['c/100', 1]]) })
  expect([placed.map(({ _id }) => _id), left.map(({ _id }) => _id)]).toEqual([['a'], ['b', 'c']])
})

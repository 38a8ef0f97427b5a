import * as fc from 'fast-check'
import { afterSending, agreed, mostAhead, sending, untold, type Arrivals, type Delivery } from './arrivals'

const now = '2026-10-20T02:00:00.000Z'
const one = agreed(undefined, 'p', true, now)

test('each time somebody agrees is one message more, up to a few; no more of them when they say so', () => {
  expect(one).toEqual({ personId: 'p', left: 1, since: now, told: [], tries: 0, dropped: 0 })
  let many = one
  for (let i = 0; i < 20; i++) many = agreed(many, 'p', true, now)
  expect(many.left).toBe(mostAhead)
  expect(agreed(many, 'p', false, now).left).toBe(0)
})

test('of what came while nobody wanted to be told nothing is told later, nor to somebody else', () => {
  const later = '2026-10-25T02:00:00.000Z'
  expect(agreed(agreed(one, 'p', false, now), 'p', true, later).since).toBe(later)
  expect(agreed(one, 'other', true, later)).toMatchObject({ personId: 'other', left: 1, since: later, told: [] })
  expect(
    untold(one, [
      { paymentId: 'old', importedAt: now },
      { paymentId: 'new', importedAt: later },
    ]),
  ).toEqual(['new'])
})

test('what fails is tried three times and then dropped, visibly; the message stays to be used', () => {
  let state = one
  for (const tries of [1, 2]) {
    state = afterSending(state, sending(state, ['row']), 'failed')
    expect(state).toMatchObject({ left: 1, told: [], tries, dropped: 0 })
  }
  state = afterSending(state, sending(state, ['row']), 'failed')
  expect(state).toMatchObject({ left: 1, told: ['row'], tries: 0, dropped: 1 })
})

test('whatever platforms do, no row is told of twice, and never more is sent than was agreed to', () => {
  const step = fc.oneof(
    fc.record({
      rows: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
      delivery: fc.constantFrom<Delivery>('sent', 'unwanted', 'failed'),
    }),
    fc.constant('agree' as const),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state: Arrivals = one
      let agreements = 1
      const delivered: string[] = []
      let sent = 0
      for (const next of steps) {
        if (next === 'agree') {
          state = agreed(state, 'p', true, now)
          agreements++
          continue
        }
        const rows = untold(
          state,
          next.rows.map((paymentId) => ({ paymentId, importedAt: '2027' })),
        )
        if (rows.length === 0 || state.left === 0) continue
        const then = sending(state, rows)
        if (next.delivery === 'sent') {
          delivered.push(...rows)
          sent++
        }
        state = afterSending(state, then, next.delivery)
        expect(state.left).toBeGreaterThanOrEqual(0)
      }
      expect(new Set(delivered).size).toBe(delivered.length)
      expect(sent).toBeLessThanOrEqual(agreements)
    }),
  )
})

import fc from 'fast-check'
import { batchStates } from '../work/batches'
import { lineStates } from '../work/batch-lines'
import { fen, sumFen } from './money'
import { moneyErrors } from './money-errors'
import { countClaims } from './money-sums'
import { reconcile } from './reconcile'
import type { ClaimFacts, PersonFacts, ReceiptFacts, SaidFacts } from './reconcile-facts'

const amount = fc.integer({ min: 0, max: 200_000 }).map(fen)
const day = fc.constantFrom('2026-08-15', '2026-09-30', '2026-10-01', '2026-10-20', '2026-11-03') as fc.Arbitrary<never>
const month = fc.constantFrom('2026-09', '2026-10', '2026-11') as fc.Arbitrary<never>
const rowId = fc.constantFrom('p1', 'p2', 'p3')
const someone = fc.constantFrom('a', 'b')
const byId = { selector: ({ _id }: { _id: string }) => _id }
const anyFacts: fc.Arbitrary<ClaimFacts> = fc.record({
  entitlement: fc.option(fc.record({ _id: fc.constant('e1'), dueFen: amount, month }), { nil: undefined }),
  rows: fc.uniqueArray(
    fc.record({
      ...{ _id: rowId, personId: someone, month, dueFen: amount, on: fc.option(day), answered: fc.boolean() },
      period: fc.constantFrom('2026年9月', '2026年10月', '2026年第三季度'),
    }),
    byId,
  ),
  lines: fc.uniqueArray(
    fc.record({
      ...{ _id: fc.constantFrom('l1', 'l2', 'l3', 'l4'), paymentId: fc.option(rowId), personId: someone, month, amountFen: amount },
      ...{ state: fc.constantFrom(...lineStates), since: day, creditedFen: amount, recoveredFen: amount, settled: fc.boolean() },
      batch: fc.record({ state: fc.constantFrom(...batchStates), fundedOn: fc.option(day), handedOn: fc.option(day) }),
    }),
    byId,
  ),
  receipts: fc.uniqueArray(
    fc.record({
      ...{ _id: fc.constantFrom('r1', 'r2', 'r3', 'r4'), paymentId: rowId, amountFen: amount, on: fc.option(day) },
      state: fc.constantFrom('credited', 'failed', 'returned', 'unknown') as fc.Arbitrary<ReceiptFacts['state']>,
    }),
    byId,
  ),
  confirmations: fc.uniqueArray(
    fc.record({
      ...{ _id: fc.constantFrom('c1', 'c2', 'c3'), paymentId: rowId, n: fc.nat(1), answered: fc.boolean() },
      said: fc.constantFrom('received', 'not-received', 'other-amount') as fc.Arbitrary<SaidFacts['said']>,
    }),
    byId,
  ),
  people: fc
    .record({
      diedOn: fc.option(fc.constantFrom('2026-08', '2026-09-10', '2026-10-01'), { nil: undefined }),
      onRegister: fc.boolean(),
      exits: fc.array(fc.constantFrom('2026-08-01', '2026-10-02'), { maxLength: 2 }),
    })
    .map((person) => new Map([['a', person as PersonFacts]])),
  needsRegister: fc.boolean(),
}) as never

describe('whatever the records say', () => {
  const always = (check: (facts: ClaimFacts) => void) => fc.assert(fc.property(anyFacts, check), { numRuns: 3000 })

  test('due = credited + all outstanding, paid − recovered = credited + all surplus, in whole 分 and never below nothing', () =>
    always((some) => {
      const { dueFen, creditedFen, paidFen, recoveredFen, outstanding, surplus } = reconcile(some)
      expect(dueFen).toBe(creditedFen + sumFen(outstanding.map((part) => part.fen)))
      expect(paidFen - recoveredFen).toBe(creditedFen + sumFen(surplus.map((part) => part.fen)))
      for (const one of [dueFen, creditedFen, paidFen, recoveredFen]) expect(Number.isSafeInteger(one) && one >= 0).toBe(true)
      for (const part of [...outstanding, ...surplus]) expect(Number.isSafeInteger(part.fen) && part.fen > 0).toBe(true)
    }))

  test('what the bank moved is all there, whatever people had decided about the lines', () =>
    always((some) => {
      const lines = some.lines
        .filter(({ state }) => !['credited', 'recovering', 'recovered', 'unrecoverable'].includes(state))
        .map((line) => ({ ...line, settled: false }))
      const ids = new Set([
        ...some.rows.map(({ _id }) => _id),
        ...lines.filter(({ batch }) => batch.state !== 'cancelled').map(({ paymentId }) => paymentId),
      ])
      const weight = { unknown: 0, failed: 1, credited: 2, returned: 3 }
      const newest = new Map(
        [...some.receipts]
          .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '') || weight[a.state] - weight[b.state] || a._id.localeCompare(b._id))
          .map((one) => [one.paymentId, one]),
      )
      const moved = [...newest.values()].filter(({ paymentId, state }) => ids.has(paymentId) && state === 'credited')
      expect(reconcile({ ...some, lines }).paidFen).toBe(sumFen(moved.map(({ amountFen }) => amountFen)))
    }))

  test('in whatever order they come', () =>
    always((some) => {
      const turned = <T>(list: readonly T[]): T[] => [...list].reverse()
      expect(
        reconcile({
          ...some,
          ...{
            rows: turned(some.rows),
            lines: turned(some.lines),
            receipts: turned(some.receipts),
            confirmations: turned(some.confirmations),
          },
        }),
      ).toEqual(reconcile(some))
    }))

  test('every yuan that is too much or has not come rests on records, each once', () =>
    always((some) => {
      const { outstanding, surplus } = reconcile(some)
      for (const { records } of [...outstanding, ...surplus]) {
        expect(records.length).toBeGreaterThan(0)
        expect(new Set(records.map(({ kind, id }) => kind + id)).size).toBe(records.length)
      }
      const reasons = outstanding.map(({ reason }) => reason)
      expect(new Set(reasons).size).toBe(reasons.length)
    }))

  test('what is told as wrong, short, missing, too much or late sums to what is', () =>
    always((some) => {
      const one = reconcile(some)
      const errors = moneyErrors(one, { today: '2026-12-31', lateDays: 0 })
      const sumOf = (word: string) =>
        sumFen(errors.filter((error) => error.word === word && error.reason !== 'late').map((error) => error.fen))
      expect(sumOf('错')).toBe(sumFen(one.surplus.map((part) => part.fen)))
      expect(sumOf('少')).toBeLessThanOrEqual(sumFen(one.outstanding.map((part) => part.fen)))
    }))

  test('counted in any parts it is the same sum, and the sum balances', () =>
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 12 }), fc.nat(12), (some, at) => {
        const all = some.map((one, i) => ({
          ...reconcile(one),
          ...{ month: '2026-10' as const, programme: `p${i % 2}`, townCode: `${i % 3}` },
        }))
        const whole = countClaims({}, all)
        expect(countClaims(countClaims({}, all.slice(at)), all.slice(0, at))).toEqual(whole)
        for (const { dueFen, creditedFen, outstandingFen } of Object.values(whole))
          expect(dueFen).toBe(creditedFen + sumFen(Object.values(outstandingFen)))
      }),
      { numRuns: 300 },
    ))
})

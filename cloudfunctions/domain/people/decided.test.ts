import { decisionHolds, isRefuted, newSince, type Decided } from './decided'
import type { Stated } from './stated'

const said = (kind: string, value: string, agency = 'finance'): Stated => ({ kind, value, agency, day: '2026-10-10' })
const decided: Decided = {
  value: '阿依·古丽',
  of: { agency: 'finance', kind: 'payment-plan' },
  seen: [said('payment-plan', '阿依·古丽'), said('register', '阿依古', 'civil-affairs')],
}

test.each([
  ['what was weighed then', said('register', '阿依古', 'civil-affairs'), 0],
  ['what says the same in another spelling', said('exit', '阿依•古丽', 'civil-affairs'), 0],
  ['another word of a source that was weighed', said('register', '阿衣古', 'civil-affairs'), 1],
  ['the same word of a source that was not there', said('exit', '阿依古', 'civil-affairs'), 1],
])('%s', (_, one, found) => {
  expect(newSince('name', decided, [one])).toHaveLength(found)
})

test('a word about files gives way to a number entered at the counter, and to nothing else', () => {
  expect(decisionHolds('phone', [said('register', '1'), said('office', '2')])).toBe(false)
  expect([decisionHolds('phone', [said('register', '1')]), decisionHolds('name', [said('office', '2')])]).toEqual([true, true])
})

test('a list that was weighed and found wrong is refuted; another agency’s that came later is not', () => {
  const alive: Decided = { value: 'alive', of: null, seen: [said('vital', 'dead', 'police'), said('register', 'alive')] }
  expect([isRefuted(alive, { agency: 'police' }), isRefuted(alive, { agency: 'civil-affairs' })]).toEqual([true, false])
  expect([isRefuted({ ...alive, value: 'dead' }, { agency: 'police' }), isRefuted(undefined, { agency: 'police' })]).toEqual([false, false])
})

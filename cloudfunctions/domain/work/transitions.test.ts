import { grantActs } from '../access/grants'
import { articleActs } from './articles'
import { reportActs } from './reports'
import { wishActs } from './staff-wishes'
import { suggestionActs } from './suggestions'
import { canBe, startsOf, stateAfter, type Transitions } from './transitions'

test('a report in the post can be taken on, not yet closed; what is closed can only be answered', () => {
  expect(stateAfter(reportActs, 'accept', 'new')).toBe('accepted')
  expect(canBe(reportActs, 'close', 'new')).toBe(false)
  expect((['accept', 'answer', 'transfer', 'pass', 'close', 'spam'] as const).filter((act) => canBe(reportActs, act, 'closed'))).toEqual([
    'answer',
  ])
  expect(startsOf(reportActs, 'close')).toEqual(['accepted', 'transferred'])
})

test('what cannot be done has no state after it', () => {
  expect(() => stateAfter(grantActs, 'approve', 'revoked')).toThrow('no approve from revoked')
})

test.each<[string, Transitions<string, string>, string]>([
  ['grant', grantActs, 'asked'],
  ['wish', wishActs, 'asked'],
  ['article', articleActs, 'draft'],
  ['suggestion', suggestionActs, 'received'],
  ['report', reportActs, 'new'],
])('a %s comes to every state of its table from where it begins', (_, table, first) => {
  const reached = new Set([first])
  for (const state of reached) for (const leads of Object.values(table)) if (leads[state] !== undefined) reached.add(leads[state])
  const named = Object.values(table).flatMap((leads) => [...Object.keys(leads), ...Object.values(leads)])
  expect([...new Set(named)].filter((state) => state !== undefined && !reached.has(state))).toEqual([])
})

import { areTwo, standsBehind, type Standing } from './second-person'

const known = new Map(
  (
    [
      { _id: 'first', invitedBy: 'operator' },
      { _id: 'second', invitedBy: 'operator' },
      { _id: 'head', invitedBy: 'first', shownTo: ['second'] },
      { _id: 'officer', invitedBy: 'first', shownTo: ['third'] },
      { _id: 'third', invitedBy: 'second', shownTo: ['first'] },
      { _id: 'clerk', invitedBy: 'officer', shownTo: ['head'] },
      { _id: 'reset', invitedBy: 'operator', resetBy: ['clerk'], shownTo: ['second'] },
    ] satisfies Standing[]
  ).map((one) => [one._id, one]),
)

test.each([
  ['two whom the terminal invited', 'first', 'second', true],
  ['two whom the same colleague invited and different ones let in', 'head', 'officer', true],
  ['oneself', 'first', 'first', false],
  ['whoever invited them', 'first', 'head', false],
  ['whoever invited the one who invited them', 'first', 'clerk', false],
  ['whoever was shown their code', 'second', 'head', false],
  ['whoever was shown the code of the one who invited them: a face came between', 'third', 'clerk', true],
  ['whoever let them in anew', 'clerk', 'reset', false],
  ['and those behind that one', 'officer', 'reset', false],
  ['the top of that chain', 'first', 'reset', false],
  ['somebody beside it', 'head', 'reset', true],
])('%s', (_, one, other, two) => {
  expect([areTwo(known, one, other), areTwo(known, other, one)]).toEqual([two, two])
})

test('a circle of colleagues who let each other in anew ends', () => {
  const circle = new Map([
    ['a', { _id: 'a', invitedBy: 'b' }],
    ['b', { _id: 'b', invitedBy: 'a' }],
  ])
  expect([standsBehind(circle, 'a', 'b'), standsBehind(circle, 'c', 'a')]).toEqual([true, false])
})

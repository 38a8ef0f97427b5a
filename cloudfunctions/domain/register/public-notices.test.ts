import { daysAfter, type Day, type Month } from '../time/dates'
import { isShown, publicNotices, type RegisterChange } from './public-notices'

const [from, until]: [Day, Day] = ['2026-09-20', '2026-10-20']
const change = (over: Partial<RegisterChange> = {}): RegisterChange => ({
  householdId: 'h',
  isHead: true,
  name: '陈阿公',
  kind: 'entry',
  on: '2026-10-01',
  category: '低保户',
  ...over,
})
const notices = (...changes: RegisterChange[]) => publicNotices(changes, [], from, until)

test.each([
  ['2026-09-19', false],
  ['2026-09-20', true],
  ['2026-10-20', true],
  ['2026-10-21', false],
  ['2026-08', false],
  ['2026-09', true],
  ['2026-10', true],
  ['2026-11', false],
] as [Day | Month, boolean][])('%s is shown: %s', (on, shown) => expect(isShown(on, from, until)).toBe(shown))

test('a masked name, the category of an entry, and the same reason for everybody', () => {
  expect(notices(change(), change({ householdId: 'i', name: '阿依·古丽', kind: 'exit', on: '2026-10' }))).toEqual([
    { name: '阿****', kind: 'exit', on: '2026-10', reason: expect.stringContaining('退出') as string },
    { name: '陈**', kind: 'entry', category: '低保户', on: '2026-10-01', reason: expect.stringContaining('列入') as string },
  ])
})

test('a household is named after its head; who comes or leaves without the head is named', () => {
  const wife = change({ isHead: false, name: '李秀珠' })
  expect(notices(change(), wife).map(({ name }) => name)).toEqual(['陈**'])
  expect(notices(change(), { ...wife, on: '2026-10-02' }).map(({ name }) => name)).toEqual(['李**', '陈**'])
  expect(notices({ ...wife, kind: 'exit', on: '2026-10-02' }, change()).map(({ name, kind }) => [name, kind])).toEqual([
    ['李**', 'exit'],
    ['陈**', 'entry'],
  ])
})

test('at most a hundred, newest first', () => {
  const many = Array.from({ length: 150 }, (_, i) => change({ householdId: String(i), on: daysAfter('2026-10-01', i % 20) }))
  const shown = notices(...many).map(({ on }) => on)
  expect(shown).toHaveLength(100)
  expect(shown).toEqual([...shown].sort().reverse())
  expect(shown[0]).toBe('2026-10-20')
})

test('what is shown in the village and not decided yet stands first, what ends first first, and says of which case it is', () => {
  const shown = { caseId: 'c', who: '程**', kind: 'entry', category: '低保户', from: '2026-10-18', until: '2026-10-22' } as const
  const leaving = { ...shown, caseId: 'd', kind: 'exit', until: '2026-10-21' } as const
  const told = publicNotices([change()], [shown, leaving], from, until)
  expect(told.map(({ name, kind, showing }) => [name, kind, showing?.caseId, showing?.until])).toEqual([
    ['程**', 'exit', 'd', '2026-10-21'],
    ['程**', 'entry', 'c', '2026-10-22'],
    ['陈**', 'entry', undefined, undefined],
  ])
  expect(told[0]).not.toHaveProperty('category')
  expect(told[1]!.reason).toContain('先请大家看看')
})

import fc from 'fast-check'
import type { VisitField } from '../county/visit-rules'
import { faultOfVisit, standingOf, type VisitContent, type VisitSaid } from './visits'
import { careOf, dueOf } from './visit-due'

const said = (id: string, on: string, field: string, value: string | number, basedOn: string[] = []): VisitSaid => ({
  _id: id,
  on: on as never,
  changes: [{ field, value, basedOn }],
})
const values = (visits: VisitSaid[], field: string) => (standingOf(visits).get(field) ?? []).map(({ value }) => value)

describe('what stands after visits', () => {
  const first = said('a', '2026-10-01', 'roof', 'leaks')
  test('a later one that was based on it takes its place, whichever comes first', () => {
    const second = said('b', '2026-10-05', 'roof', 'safe', ['a'])
    expect(values([first, second], 'roof')).toEqual(['safe'])
    expect(values([second, first], 'roof')).toEqual(['safe'])
    expect(values([second], 'roof')).toEqual(['safe'])
  })
  test('two that did not know of each other both stand, the newest first; the same value is one', () => {
    const other = said('c', '2026-10-06', 'roof', 'unsafe')
    expect(values([first, other], 'roof')).toEqual(['unsafe', 'leaks'])
    expect(standingOf([first, said('d', '2026-10-07', 'roof', 'leaks')]).get('roof')).toEqual([
      { value: 'leaks', by: ['a', 'd'], on: '2026-10-07' },
    ])
  })
  test('a person chooses between them by being based on both', () => {
    const other = said('c', '2026-10-06', 'roof', 'unsafe')
    expect(values([first, other, said('e', '2026-10-08', 'roof', 'unsafe', ['a', 'c'])], 'roof')).toEqual(['unsafe'])
  })
  test('other fields merge by themselves', () => {
    const other = said('c', '2026-10-06', 'water', 'short')
    expect([values([first, other], 'roof'), values([first, other], 'water')]).toEqual([['leaks'], ['short']])
  })
  test('visits that claim to be based on each other leave none unsaid', () =>
    expect(values([said('a', '2026-10-01', 'roof', 'x', ['b']), said('b', '2026-10-02', 'roof', 'y', ['a'])], 'roof')).toEqual(['y', 'x']))
  test('in whatever order they come it is the same', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const visit = fc.record({
      field: fc.constantFrom('roof', 'water'),
      value: fc.constantFrom('x', 'y', 'z'),
      basedOn: fc.subarray(ids),
      day: fc.integer({ min: 1, max: 28 }),
    })
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (all, order) => {
        const visits = all.map(({ field, value, basedOn, day }, i) =>
          said(ids[i]!, `2026-10-${String(day).padStart(2, '0')}`, field, value, basedOn),
        )
        const shuffled = [...visits]
          .map((one) => ({ one, at: order.next().value! }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(new Map([...standingOf(shuffled)].sort())).toEqual(new Map([...standingOf(visits)].sort()))
      }),
    )
  })
})

describe('what is wrong with one', () => {
  const source = { source: 'x' }
  const fields: VisitField[] = [
    {
      id: 'roof',
      label: '屋顶',
      kind: 'choice',
      options: [
        { id: 'safe', name: '牢固' },
        { id: 'old', name: '旧', gone: true },
      ],
      tables: [],
      ...source,
    },
    { id: 'workers', label: '干活的人', kind: 'number', tables: [], ...source },
    { id: 'income', label: '收入', kind: 'yuan', tables: [], ...source },
  ]
  const rules = { fields, needs: [{ id: 'water', name: '饮水', agency: 'town', ...source }] }
  const content = (over: Partial<VisitContent>): VisitContent => ({
    met: '本人',
    unchanged: false,
    changes: [],
    talked: '',
    heard: [],
    photos: 0,
    ...over,
  })
  const change = (field: string, value: string | number) => ({ changes: [{ field, value, basedOn: [] }] })
  test.each<[string, Partial<VisitContent>, string | undefined]>([
    ['nothing changed', { unchanged: true }, undefined],
    ['nothing at all', {}, '什么也没写'],
    ['nobody met', { met: ' ', unchanged: true }, '见到了谁'],
    ['unchanged and changed', { unchanged: true, ...change('workers', 2) }, '又改了几项'],
    ['an option', change('roof', 'safe'), undefined],
    ['an option that went while they were out', change('roof', 'old'), undefined],
    ['an option that never was', change('roof', 'gold'), '选的一项现在没有了'],
    ['a field that never was', change('pool', 1), '没有“pool”这一项'],
    ['money below nothing', change('income', -1), '不像一个数'],
    ['part of a 分', change('income', 1.5), '不像一个数'],
    ['half a worker', change('workers', 1.5), undefined],
    ['a number that is none', change('workers', Number.NaN), '不像一个数'],
    ['the same twice', { changes: [...change('workers', 1).changes, ...change('workers', 2).changes] }, '写了两次'],
    ['a need', { heard: [{ topic: 'water', words: '水管坏了' }] }, undefined],
    ['a need of no topic', { heard: [{ topic: 'gold', words: '要金子' }] }, '重选种类'],
  ])('%s', (_, over, fault) => {
    const found = faultOfVisit(rules, content(over))
    if (fault === undefined) expect(found).toBeUndefined()
    else expect(found).toContain(fault)
  })
})

describe('whose turn it is', () => {
  const rules = {
    due: [
      { id: 'monthly', name: '每月走访', role: 'grid-worker' as const, everyDays: 31, source: 'x' },
      { id: 'destitute', name: '特困每周', role: 'grid-worker' as const, everyDays: 7, categories: ['destitute'], source: 'x' },
    ],
    care: [{ id: 'alone', name: '独居老人', field: 'home', is: ['alone'], fromAge: 60, everyDays: 10, source: 'x' }],
  }
  const alone = new Map([['home', [{ value: 'alone', by: ['a'], on: '2026-10-01' as const }]]])
  const home = { category: 'minimum-living', ages: [72], standing: new Map() }
  const today = '2026-10-20'
  test.each<[string, Partial<Parameters<typeof dueOf>[1]>, [string, string, boolean]]>([
    ['nobody was ever there, nothing is known', {}, ['monthly', '2026-10-20', false]],
    ['since it came on the register', { since: '2026-10-10' }, ['monthly', '2026-11-10', false]],
    ['after the last visit', { lastOn: '2026-09-19', since: '2020-01-01' }, ['monthly', '2026-10-20', false]],
    ['the day after it is late', { lastOn: '2026-09-18' }, ['monthly', '2026-10-19', true]],
    ['the stricter rule', { lastOn: '2026-10-15', category: 'destitute' }, ['destitute', '2026-10-22', false]],
    ['the care list', { lastOn: '2026-10-15', standing: alone }, ['alone', '2026-10-25', false]],
    ['alone, but not old', { lastOn: '2026-10-15', standing: alone, ages: [59] }, ['monthly', '2026-11-15', false]],
  ])('%s', (_, over, expected) => {
    const due = dueOf(rules, { ...home, ...over }, 'grid-worker', today)!
    expect([due.rule, due.on, due.late]).toEqual(expected)
  })
  test('where visits disagree, nobody is left out of care by it', () =>
    expect(
      careOf(rules, { ages: [72], standing: new Map([['home', [{ value: 'all', by: ['b'], on: today }, ...alone.get('home')!]]]) }),
    ).toHaveLength(1))
  test('no rule for the role, no turn', () => expect(dueOf(rules, home, 'doctor', today)).toBeUndefined())
})

import type { Day } from '../time/dates'
import { monthlyOfLooks, type Look } from './monthly'

const limits = { nightFrom: 21, nightUntil: 6, manyADay: 3 }
const aLook = (over: Partial<Look> = {}): Look => ({
  staffId: 'wang',
  name: '王小二',
  role: 'grid-worker',
  day: '2026-10-20',
  hour: 10,
  weekend: false,
  householdId: 'h1',
  households: 1,
  granted: true,
  emergency: false,
  exported: false,
  ...over,
})
const rowOf = (...looks: Look[]) => monthlyOfLooks(looks, limits)[0]!
const aList = (households: number, over: Partial<Look> = {}) => aLook({ householdId: null, households, ...over })

test('nobody looked: nothing to sign but an empty month', () => expect(monthlyOfLooks([], limits)).toEqual([]))

test('files, and the different households they were of', () => {
  expect(rowOf(aLook(), aLook(), aLook({ householdId: 'h2' }))).toMatchObject({
    files: 3,
    households: 2,
    busiestDay: 2,
    lists: 0,
    listed: 0,
    unusual: [],
  })
})

test('lists, and the rows in them; households in lists are not opened ones', () => {
  expect(rowOf(aList(50), aList(20), aLook())).toMatchObject({ lists: 2, listed: 70, files: 1, households: 1, busiestDay: 1 })
})

test.each([
  [20, false],
  [21, true],
  [23, true],
  [0, true],
  [5, true],
  [6, false],
])('at %i o’clock: night is %s', (hour, night) => {
  expect(rowOf(aLook({ hour }))).toMatchObject({ nights: night ? 1 : 0, unusual: night ? ['夜里查了 1 次'] : [] })
})

test('a weekend is counted and is nothing unusual by itself', () =>
  expect(rowOf(aLook({ weekend: true }))).toMatchObject({ weekends: 1, unusual: [] }))

describe('many a day', () => {
  const households = (count: number, day: Day) => Array.from({ length: count }, (_, i) => aLook({ householdId: `h${i}`, day }))
  test('as many as the norm says are not many; one more are', () => {
    expect(rowOf(...households(3, '2026-10-20'))).toMatchObject({ busiestDay: 3, unusual: [] })
    expect(rowOf(...households(4, '2026-10-20'))).toMatchObject({ busiestDay: 4, unusual: ['一天查了 4 户'] })
  })
  test('is of one day, and one household often is one', () => {
    expect(rowOf(...households(3, '2026-10-20'), ...households(3, '2026-10-21'), ...households(3, '2026-10-21'))).toMatchObject({
      files: 9,
      households: 3,
      busiestDay: 3,
      unusual: [],
    })
  })
})

test('what was refused is counted as refused and as nothing else', () => {
  const all = { granted: false, hour: 23, weekend: true, emergency: true, exported: true }
  expect(rowOf(aLook(all), aList(9, all))).toMatchObject({
    files: 0,
    households: 0,
    lists: 0,
    listed: 0,
    nights: 0,
    weekends: 0,
    refused: 2,
    emergencies: 0,
    exports: 0,
    busiestDay: 0,
    unusual: ['没让查的 2 次'],
  })
})

test('reasons to ask are told in words, the gravest first', () => {
  expect(rowOf(aLook({ emergency: true }), aList(5, { exported: true }), aLook({ hour: 22 }), aLook({ granted: false })).unusual).toEqual([
    '紧急查询 1 次',
    '夜里查了 1 次',
    '没让查的 1 次',
    '导出 1 次',
  ])
})

test('people with most reasons to ask come first, then those who looked most, then by name', () => {
  const rows = monthlyOfLooks(
    [
      aLook({ staffId: 'a', name: '张三' }),
      aLook({ staffId: 'b', name: '李四' }),
      aLook({ staffId: 'c', name: '赵六' }),
      aList(1, { staffId: 'c', name: '赵六' }),
      aLook({ staffId: 'd', name: '周七', hour: 22 }),
      aLook({ staffId: 'e', name: '吴八', hour: 22, emergency: true }),
    ],
    limits,
  )
  expect(rows.map(({ name }) => name)).toEqual(['吴八', '周七', '赵六', '李四', '张三'])
})

test('two of one name are two people', () =>
  expect(monthlyOfLooks([aLook({ staffId: 'a' }), aLook({ staffId: 'b' })], limits)).toHaveLength(2))

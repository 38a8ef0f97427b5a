import type { Day } from '../../time/dates'
import { visitsInHaste, type MadeVisit } from './visits-in-haste'
import {
  careMissed,
  noSuccessor,
  pairedOnPaper,
  tooManyHouseholds,
  visitDenied,
  visitOverdue,
  type AwaitedHome,
  type TownAwaited,
} from './visits'

/** Situations as whoever looks after the visitors would tell them. */
const lin = { workerId: 'lin', role: 'cadre' as const, agencyId: 'agriculture' }
const due = (on: Day, late: boolean, rule = 'cadre-quarterly') => ({ rule, why: '结对干部每季走访', on, late })
const home = (_id: string, over: Partial<AwaitedHome> = {}): AwaitedHome => ({
  ...{ _id, townCode: '330328102', villageCode: '330328102201', helpers: [lin], since: '2020-01-01' as const },
  ...{ due: { cadre: due('2026-10-01', true) }, cadreLastOn: '2026-07-01' as const },
  ...over,
})
const town = (homes: AwaitedHome[], over: Partial<TownAwaited> = {}): TownAwaited => ({
  ...{ homes, townAgencyId: 'town', inUse: new Set(['cadre', 'grid-worker'] as const), careRules: new Set(['old-alone']) },
  ...{ yearAgo: '2025-10-20' as const, most: 20 },
  ...over,
})
const about = (found: ReturnType<typeof visitOverdue>) =>
  found.map(({ subject, records }) => `${subject.kind} ${subject.id} ${records.length}`)

describe('a visit that was due and not made', () => {
  test('one absent cadre is one alert, to their own agency, with each household', () => {
    const found = visitOverdue(town([home('a'), home('b', { due: { cadre: due('2026-09-01', true) } })]))
    expect(about(found)).toEqual(['worker lin 2'])
    expect(found[0]).toMatchObject({ agencyId: 'agriculture', cause: 'cadre' })
    expect(found[0]!.why).toContain('帮扶干部有 2 户该去没有去：结对干部每季走访，最早的一户从2026年9月1日起')
  })
  test.each<[string, Partial<AwaitedHome>, Partial<TownAwaited>, string[]]>([
    ['on the very day it is not late', { due: { cadre: due('2026-10-20', false) } }, {}, []],
    ['of a village’s grid worker it is the village’s', { due: { 'grid-worker': due('2026-10-01', true) } }, {}, ['place 330328102201 1']],
    ['nobody is paired: that is another alert', { helpers: [] }, {}, []],
    ['nobody of the role writes visits here', {}, { inUse: new Set(['grid-worker']) }, []],
    ['the care list is told by itself', { due: { 'grid-worker': due('2026-10-01', true, 'old-alone') } }, {}, []],
    ['no visit for a year is told as paper', { cadreLastOn: '2025-10-19' }, {}, []],
    ['a year to the day is not yet', { cadreLastOn: '2025-10-20' }, {}, ['worker lin 1']],
  ])('%s', (_, over, of, expected) => expect(about(visitOverdue(town([home('a', over)], of)))).toEqual(expected))
  test('very many workers of one town are one matter of the town', () => {
    const homes = ['lin', 'wang', 'chen'].map((workerId) => home(workerId, { helpers: [{ ...lin, workerId }] }))
    expect(about(visitOverdue(town(homes, { most: 2 })))).toEqual(['place 330328102 3'])
    expect(about(visitOverdue(town(homes, { most: 3 })))).toHaveLength(3)
  })
})

test('paired on paper: a year without a visit, or never one since it came on the register', () => {
  const homes = [home('a', { cadreLastOn: '2025-10-19' }), home('b', { cadreLastOn: undefined }), home('c')]
  expect(about(pairedOnPaper(town(homes)))).toEqual(['worker lin 2'])
  expect(pairedOnPaper(town([home('new', { cadreLastOn: undefined, since: '2026-10-01' })]))).toEqual([])
})

test('the care list: the day after, each by itself, to the town', () => {
  const late = home('a', { due: { 'grid-worker': { ...due('2026-10-19', true, 'old-alone'), why: '独居老人' } } })
  expect(careMissed(town([late, home('b')]))).toMatchObject([
    { subject: { kind: 'household', id: 'a' }, agencyId: 'town', cause: 'old-alone', villageCode: '330328102201' },
  ])
  expect(careMissed(town([home('a', { due: { 'grid-worker': due('2026-10-20', false, 'old-alone') } })]))).toEqual([])
})

test('too many households, and nobody who took over', () => {
  const load = { ...lin, householdIds: ['a', 'b', 'c'], left: false }
  expect(tooManyHouseholds([load], 3)).toEqual([])
  expect(about(tooManyHouseholds([load], 2))).toEqual(['worker lin 3'])
  expect(tooManyHouseholds([{ ...load, role: 'doctor' }], 2)).toEqual([])
  expect(noSuccessor([load])).toEqual([])
  expect(about(noSuccessor([{ ...load, left: true }]))).toEqual(['worker lin 3'])
})

test('a denied visit is for whoever the request went to', () => {
  const denied = { _id: 'v', householdId: 'a', townCode: '330328102', villageCode: '330328102201', on: '2026-10-01' as const }
  const [found] = visitDenied([{ ...denied, role: 'cadre', said: 'came-not', requestId: 'r', toAgencyId: 'discipline' }])
  expect(found).toMatchObject({ subject: { kind: 'visit', id: 'v' }, agencyId: 'discipline' })
  expect(found!.why).toContain('这一户说“没来过”')
})

describe('visits in haste', () => {
  const haste = { leastSeconds: 8, sameMinute: 3, villageMinutes: 5 }
  const made = (_id: string, phoneAt: string, over: Partial<MadeVisit> = {}): MadeVisit => ({
    ...{ _id, householdId: `h-${_id}`, townCode: '330328102', villageCode: '330328102201', staffId: 's', workerId: 'lin' },
    ...{ agencyId: 'agriculture', on: '2026-10-20' as const, phoneAt: `2026-10-20T${phoneAt}.000Z`, seconds: 30, unchanged: true },
    ...over,
  })
  const minute = [made('a', '02:00:01'), made('b', '02:00:20'), made('c', '02:00:59')]
  test.each<[string, MadeVisit[], number]>([
    ['three doors within one minute', minute, 3],
    ['two are not', minute.slice(1), 0],
    ['three over the turn of a minute are not', [minute[1]!, minute[2]!, made('d', '02:01:00')], 0],
    ['three of which one says what changed are not', [minute[0]!, minute[1]!, made('c', '02:00:59', { unchanged: false })], 0],
    ['a form of seven seconds', [made('a', '02:00:00', { seconds: 7 })], 1],
    ['a form of eight is read out quickly', [made('a', '02:00:00', { seconds: 8 })], 0],
    ['another village four minutes later', [made('a', '02:00:00'), made('b', '02:04:59', { villageCode: '330328102202' })], 1],
    ['five minutes later', [made('a', '02:00:00'), made('b', '02:05:00', { villageCode: '330328102202' })], 0],
    ['the same village, next door', [made('a', '02:00:00'), made('b', '02:02:00')], 0],
  ])('%s', (_, visits, most) => expect(visitsInHaste(visits, haste).flatMap(({ records }) => records)).toHaveLength(most))
  test('it asks for somebody else to go, and is over when they have been', () => {
    const fast = made('a', '02:00:00', { seconds: 3 })
    expect(visitsInHaste([fast], haste)[0]!.why).toContain('请另外的人到这几户再去一次')
    const again = { ...made('x', '03:00:00'), householdId: fast.householdId, staffId: 'other', on: '2026-10-25' as const }
    expect(visitsInHaste([fast, again], haste)).toEqual([])
    expect(visitsInHaste([fast, { ...again, staffId: 's' }], haste)).toHaveLength(1)
  })
})

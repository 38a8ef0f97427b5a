import { fen } from '../../money/money'
import { awardsNotPlanned, type ListedAward } from './awards'
import { deadOnRegister, movedOutOnRegister, type OnRegisterStill } from './died-or-left'
import { idleFunds, lateProject, paidAhead, type LedgerProject } from './projects'
import { countedBills, selfPaidOver, type Bill, type Payer } from './self-paid'

/** Situations as a clerk would tell them. */
const still = (...events: OnRegisterStill['events']): OnRegisterStill[] => [
  { personId: 'chen', householdId: 'home', townCode: '330328102', villageCode: '330328102201', events },
]
const died = { _id: 'd', kind: 'died', on: '2026-08-17' } as const
const left = { _id: 'o', kind: 'moved-out', on: '2026-09-02' } as const
const back = { _id: 'i', kind: 'moved-in', on: '2026-10-08' } as const

test('who died and is on the register; a move is none', () => {
  expect(deadOnRegister(still(died), 'civil-affairs')).toMatchObject([{ subject: { id: 'chen' }, facts: ['2026-08-17'] }])
  expect(deadOnRegister(still(left), 'civil-affairs')).toEqual([])
})

test('who moved out; not who came back, moved within the county, or died since', () => {
  const count = (...events: OnRegisterStill['events']) => movedOutOnRegister(still(...events), 'civil-affairs').length
  expect(count(left)).toBe(1)
  expect([count(back, left), count({ ...left, kind: 'moved-within' }), count(left, died)]).toEqual([0, 0, 0])
  expect(count(back, { ...left, on: '2026-11-01' })).toBe(1)
})

describe('what was paid for treatment', () => {
  const bill = (_id: string, selfPaid: number, over: Partial<Bill> = {}): Bill => ({
    ...{ _id, importId: 'list', personId: 'chen', from: '2026-01', to: '2026-09', selfPaidFen: fen(selfPaid * 100) },
    ...over,
  })
  const home = (...bills: Bill[]): Payer[] => [{ subject: { kind: 'household', id: 'home' }, bills }]
  const over = (...bills: Bill[]) => selfPaidOver(home(...bills), '2026', fen(3_000_000), 'civil-affairs')
  test('more than the limit; exactly the limit is not more', () => {
    expect([over(bill('a', 30_000)).length, over(bill('a', 30_000.01)).length]).toEqual([0, 1])
  })
  test('of several members, and of several stays, together', () => {
    expect(over(bill('a', 16_000), bill('b', 16_000, { personId: 'li' }))).toMatchObject([{ amountFen: 3_200_000 }])
    expect(over(bill('a', 16_000), bill('b', 16_000))).toHaveLength(1)
  })
  test('a list of more months tells of the same money again; one of other months of more', () => {
    const longer = bill('b', 20_000, { importId: 'later', to: '2026-10' })
    expect(countedBills([bill('a', 19_000), longer]).map(({ _id }) => _id)).toEqual(['b'])
    expect(over(bill('a', 19_000), longer)).toEqual([])
    expect(over(bill('a', 19_000), bill('b', 12_000, { importId: 'later', from: '2026-10', to: '2026-10' }))).toHaveLength(1)
  })
  test('a little more is the same matter, twice as much is news', () => {
    const factsOf = (sum: number) => over(bill('a', sum))[0]!.facts
    expect(factsOf(31_000)).toEqual(factsOf(45_000))
    expect(factsOf(31_000)).not.toEqual(factsOf(61_000))
  })
})

describe('a project', () => {
  const project = (over: Partial<LedgerProject> = {}): LedgerProject => ({
    ...{ _id: 'p', name: '饮用水提标改造', townCode: '330328225', villageCode: null, asOf: '2026-10-31' },
    money: [{ issuedOn: '2026-04-14', issuedFen: fen(100_000_000), paidFen: fen(0), spentFen: fen(0) }],
    progress: [{ plannedEnd: '2026-08-12', actualEnd: null, progress: 7800 }],
    ...over,
  })
  const line = (over: Partial<LedgerProject['progress'][number]>) => project({ progress: [{ ...project().progress[0]!, ...over }] })
  const money = (over: Partial<LedgerProject['money'][number]>) => project({ money: [{ ...project().money[0]!, ...over }] })

  test('past its planned end by the day of its ledger, and not done', () => {
    expect(lateProject(project(), 'housing')[0]!.why).toBe(
      '“饮用水提标改造”计划2026年8月12日完工，到2026年10月31日过了 80 天，做到 78%，还没有完工。',
    )
    const none = [
      line({ actualEnd: '2026-08-20' }),
      line({ progress: 10_000 }),
      line({ plannedEnd: '2026-10-31' }),
      line({ plannedEnd: null }),
    ]
    expect(none.map((one) => lateProject(one, 'housing'))).toEqual([[], [], [], []])
    // A month alone lasts to its end.
    expect([line({ plannedEnd: '2026-10' }), line({ plannedEnd: '2026-09' })].map((one) => lateProject(one, 'housing').length)).toEqual([
      0, 1,
    ])
  })
  test('its money lies idle; not what was used, is new, or of which the ledger does not say', () => {
    expect(idleFunds(project(), 'housing', 90)).toMatchObject([{ amountFen: 100_000_000, facts: ['2026-04-14', '100000000'] }])
    const none = [
      money({ paidFen: fen(1) }),
      money({ issuedOn: '2026-08-02' }),
      money({ paidFen: null, spentFen: null }),
      money({ issuedOn: null }),
    ]
    expect(none.map((one) => idleFunds(one, 'housing', 90))).toEqual([[], [], [], []])
  })
  test('spends faster than it gets on', () => {
    const spent = (share: number) => paidAhead({ ...money({ spentFen: fen(share * 1_000_000) }) }, 'housing', 10).length
    expect([spent(88), spent(89)]).toEqual([0, 1])
    expect(paidAhead(line({ progress: null }), 'housing', 0)).toEqual([])
  })
})

describe('due by a list', () => {
  const award = (personId: string, over: Partial<ListedAward> = {}): ListedAward => ({
    ...{ _id: `award of ${personId}`, importId: 'list', personId, programme: 'disability-care', period: '2026-Q3', name: personId },
    ...{ amountFen: fen(75_000), agencyId: 'disabled-federation' },
    ...over,
  })
  const planned = (personId: string, period = '2026年第三季度') => ({ personId, programme: 'disability-care', period })
  const missing = (awards: ListedAward[], plans: ReturnType<typeof planned>[], sentBack: string[] = []) =>
    awardsNotPlanned({ awards, planned: plans, programmes: new Map(), sentBackNames: new Set(sentBack) }).map(({ subject }) => subject.id)
  const three = ['a', 'b', 'c'].map((id) => award(id))

  test('and in no plan; another period is none of it, however it is written', () => {
    expect(missing(three, [planned('a'), planned('b', '2026-Q3')])).toEqual(['c'])
    expect(missing(three, [planned('a'), planned('b'), planned('c', '2026年第二季度')])).toEqual(['c'])
  })
  test('of a list that is hardly planned yet, or in a row that was sent back, is waited for', () => {
    expect(missing(three, [planned('a')])).toEqual([])
    expect(missing(three, [planned('a'), planned('b')], ['c'])).toEqual([])
  })
})

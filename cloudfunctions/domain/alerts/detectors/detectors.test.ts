import { fen } from '../../money/money'
import { amountMismatches, missingPayments } from './against-register'
import { foldByFile } from './fold'
import type { BankLine, ListedHome, PaidPerson, PlannedRow, PlanMonth } from './plan-month'
import { bankFailures, plansWithoutReceipt, receiptsWithoutPlan } from './what-the-bank-did'
import { excludedTogether } from './excluded-together'
import { accountNameMismatches, duplicatePayments, notOnRegister, paidAfterDeath } from './who-is-paid'

/** Situations as a clerk would tell them. */
const row = (_id: string, over: Partial<PlannedRow> = {}): PlannedRow => ({
  _id,
  ...{ importId: 'plan', personId: 'chen', householdId: 'home', programme: 'minimum-living', period: '2026年10月', dueFen: fen(76200) },
  accountName: '陈阿公',
  ...over,
})
const home = (_id = 'home', over: Partial<ListedHome> = {}): ListedHome => ({
  _id,
  ...{ townCode: '330328102', villageCode: '330328102201', category: 'minimum-living', monthlyFen: fen(76200), startMonth: '2020-01' },
  ...{ onRegister: true, names: ['陈阿公', '李阿婆'] },
  ...over,
})
const person = (over: Partial<PaidPerson> = {}): PaidPerson => ({
  name: '陈阿公',
  birth: '1946-06-15',
  onRegister: true,
  exits: [],
  ...over,
})
const line = (paymentId: string | null, over: Partial<BankLine> = {}): BankLine => ({
  ...{ _id: `line of ${paymentId}`, importId: 'receipt', paymentId, amountFen: fen(76200), state: 'credited', words: '交易成功' },
  ...{ cardIndex: 'card', postedOn: '2026-10-15' },
  ...over,
})
const facts = (over: Partial<PlanMonth> = {}): PlanMonth => ({
  ...{ month: '2026-10', rows: [row('a')], later: [], earlierPaid: [], lines: [], registerMonth: '2026-10', planAgency: 'finance' },
  deaths: new Map(),
  people: new Map([['chen', person()]]),
  homes: new Map([['home', home()]]),
  sentBackNames: new Set(),
  programmes: new Map([
    ['minimum-living', { name: '低保金', agency: 'civil-affairs', paysCategory: 'minimum-living' }],
    ['resettlement', { name: '移民直补', agency: 'water' }],
  ]),
  ...over,
})
const rows = (...list: PlannedRow[]) => facts({ rows: list })

describe('the same due twice', () => {
  const count = (of: PlanMonth) => duplicatePayments(of).length
  test('in one plan, also where the period is written in two ways', () =>
    expect(count(rows(row('a'), row('b', { period: '2026-10' })))).toBe(1))
  test('back pay of September beside October is none', () => expect(count(rows(row('a'), row('b', { period: '2026年9月' })))).toBe(0))
  test('two people, or two programmes, are none', () =>
    expect(count(rows(row('a'), row('b', { personId: 'li' }), row('c', { programme: 'resettlement' })))).toBe(0))
  test('a quarter that came already stands here again', () => {
    const quarter = { programme: 'resettlement', period: '2026年第三季度' }
    expect(duplicatePayments(facts({ rows: [row('b', quarter)], earlierPaid: [row('a', quarter)] }))).toMatchObject([
      { amountFen: 76200, why: '同一个人，2026年第三季度的移民直补排了 2 次，一共 1,524 元，多出 762 元。' },
    ])
  })
})

describe('who is on no register', () => {
  const off = (over: Partial<PlanMonth> = {}, exits: PaidPerson['exits'] = []) =>
    notOnRegister(facts({ people: new Map([['chen', person({ onRegister: false, exits })]]), homes: new Map(), ...over }))
  test('and is paid what the register alone gives', () => expect(off()).toHaveLength(1))
  test('may get what others get too', () => expect(off({ rows: [row('a', { programme: 'resettlement' })] })).toEqual([]))
  test('left within the month, or after it, was due', () => {
    expect(off({}, ['2026-10-20'])).toEqual([])
    expect(off({}, ['2026-11'])).toEqual([])
    expect(off({}, ['2026-09-30'])).toHaveLength(1)
  })
  test('cannot be told by a register of a later month, nor by none', () => {
    expect(off({ registerMonth: '2026-11' })).toBeUndefined()
    expect(off({ registerMonth: undefined })).toBeUndefined()
  })
})

test('money for a time after the month of death; that month, and a quarter that reaches over it, were due', () => {
  const count = (period: string, programme = 'minimum-living') =>
    paidAfterDeath(facts({ rows: [row('a', { period, programme })], deaths: new Map([['chen', { on: '2026-08-17', eventId: 'd' }]]) }))
      .length
  expect(['2026年10月', '2026年9月', '2026年第四季度'].map((period) => count(period))).toEqual([1, 1, 1])
  expect(['2026年8月', '2026年第三季度', '2026年', '2026年7月'].map((period) => count(period))).toEqual([0, 0, 0, 0])
})

describe('the account’s name', () => {
  const count = (accountName: string, over: Partial<PlanMonth> = {}) =>
    accountNameMismatches(facts({ rows: [row('a', { accountName })], ...over })).length
  test('somebody else’s', () => expect(count('王老五')).toBe(1))
  test('of the household, or not written, is none', () => expect([count('李阿婆'), count('')]).toEqual([0, 0]))
  test('with another middle dot is the same', () =>
    expect(count('阿依•古丽', { people: new Map([['chen', person({ name: '阿依·古丽' })]]), homes: new Map() })).toBe(0))
  test('a child’s money may go to whoever brings it up, where no register tells who that is', () => {
    const child = { people: new Map([['chen', person({ birth: '2014-05-01' })]]) }
    expect([count('王老五', { ...child, homes: new Map() }), count('王老五', child)]).toEqual([0, 1])
  })
})

describe('what the bank did', () => {
  const refused = line('a', { state: 'failed', words: '户名不符' })
  test('refused, and credited but sent back', () =>
    expect([refused, line('a', { state: 'returned' }), line('a')].map((one) => bankFailures(facts({ lines: [one] })).length)).toEqual([
      1, 1, 0,
    ]))
  test('what stands in a later plan again is under way', () =>
    expect(bankFailures(facts({ lines: [refused], later: [row('b')] }))).toEqual([]))
  test('moved money for nobody; what was refused for nobody moved none', () => {
    expect(receiptsWithoutPlan(facts({ lines: [line(null), line(null, { state: 'failed' })] }))).toHaveLength(1)
    expect(receiptsWithoutPlan(facts({ rows: [], lines: [line(null)] }))).toBeUndefined()
    const told = (...lines: BankLine[]) => receiptsWithoutPlan(facts({ lines }))!.map(({ why }) => why)
    expect(told(line('a'), line(null, { importId: 'again' }))).toEqual([expect.stringMatching(/又有一份银行回执.*发来了两次/)])
    expect(told(line('a'), line(null), line(null, { importId: 'again', postedOn: '2026-10-16' }))).toEqual([
      expect.stringMatching(/^银行回执里有一笔/),
      expect.stringMatching(/^银行回执里有一笔/),
    ])
  })
  test('says nothing of one row of a file that it answered; of a file that it did not answer yet it is waited for', () => {
    const list = ['a', 'b', 'c'].map((id) => row(id, { personId: id }))
    expect(plansWithoutReceipt(facts({ rows: list, lines: [line('a'), line('b')] }))).toMatchObject([{ subject: { id: 'c' } }])
    expect(plansWithoutReceipt(facts({ rows: list, lines: [line('a')] }))).toEqual([])
    const other = list.map((one) => ({ ...one, importId: one._id === 'c' ? 'second bank' : 'plan' }))
    expect(plansWithoutReceipt(facts({ rows: other, lines: [line('a'), line('b')] }))).toEqual([])
  })
})

describe('the register’s amount', () => {
  test('planned otherwise', () =>
    expect(amountMismatches(rows(row('a', { dueFen: fen(80000) })))).toMatchObject([{ amountFen: 3800, subject: { id: 'home' } }]))
  test('in two rows that come to it, twice the same, or of another month is none', () => {
    const none = [
      rows(row('a', { dueFen: fen(70000) }), row('b', { dueFen: fen(6200) })),
      rows(row('a'), row('b')),
      rows(row('a', { period: '2026年9月', dueFen: fen(1) })),
      facts({ rows: [row('a', { dueFen: fen(1) })], homes: new Map([['home', home('home', { category: 'near-minimum' })]]) }),
    ]
    expect(none.map((one) => amountMismatches(one))).toEqual([[], [], [], []])
  })
})

describe('on the register and not in the plan', () => {
  const others = Array.from({ length: 6 }, (_, i) => home(`h${i}`))
  const planned = others.map(({ _id }) => row(_id, { householdId: _id, personId: _id }))
  const missing = (more: ListedHome[], over: Partial<PlanMonth> = {}) =>
    missingPayments(facts({ rows: planned, homes: new Map([...others, ...more].map((one) => [one._id, one])), ...over }), 2)!
  test('one household', () =>
    expect(missing([home()])).toMatchObject([
      { subject: { kind: 'household', id: 'home' }, amountFen: 76200, villageCode: '330328102201' },
    ]))
  test('not those that get none, begin later, or left', () =>
    expect(
      missing([
        home('w', { monthlyFen: null }),
        home('x', { startMonth: '2026-11' }),
        home('y', { onRegister: false }),
        home('z', { category: 'destitute' }),
      ]),
    ).toEqual([]))
  test('nor one whose row was sent back', () => expect(missing([home()], { sentBackNames: new Set(['陈阿公']) })).toEqual([]))
  test('a town that was left out is one matter', () => {
    const town = ['a', 'b', 'c'].map((id) => home(id, { townCode: '330328103' }))
    expect(missing(town)).toMatchObject([{ subject: { kind: 'place', id: '330328103' }, amountFen: 3 * 76200, townCode: '330328103' }])
  })
  test('a programme that comes in another batch is waited for', () => expect(missing([home()], { rows: planned.slice(0, 2) })).toEqual([]))
})

test('many of one kind in one file have one cause: the file', () => {
  const list = Array.from({ length: 3 }, (_, i) => row(`r${i}`, { personId: `p${i}`, accountName: '王老五' }))
  const people = new Map(list.map(({ personId }) => [personId, person()]))
  const found = accountNameMismatches(facts({ rows: list, people }))
  expect(foldByFile('account_name_mismatch', found, 3)).toHaveLength(3)
  expect(foldByFile('account_name_mismatch', found, 2)).toMatchObject([{ subject: { kind: 'import', id: 'plan' }, amountFen: 3 * 76200 }])
})

describe('two that cannot be drawn together', () => {
  const by = { programme: 'destitute-support', stays: 'other', from: '2026-01', source: '测试' } as const
  const names = { agency: 'civil-affairs' }
  const both = (a: Partial<PlannedRow>, b: Partial<PlannedRow>, unverified = false) =>
    excludedTogether(
      facts({
        rows: [row('a', { programme: 'care', dueFen: fen(20_000), ...a }), row('b', { programme: 'destitute-support', ...b })],
        programmes: new Map([
          ['care', { name: '护理补贴', ...names, excludes: [{ ...by, ...(unverified && { unverified }) }] }],
          ['destitute-support', { name: '特困供养金', ...names }],
        ]),
      }),
    )
  test('of one person and month are one finding, about what does not stay, whichever comes first', () => {
    const found = both({}, {})
    expect(found).toMatchObject([{ amountFen: 20_000, subject: { kind: 'person', id: 'chen' }, records: [{ id: 'a' }, { id: 'b' }] }])
    expect(found[0]!.why).toBe('同一个人排了2026年10月的护理补贴 200 元，又排了特困供养金，这两项不能同时领，该领特困供养金。')
    expect(both({}, {}, true)[0]!.why).toContain('（规定待核对）')
  })
  test('a quarter that the month lies in is the same time, another month is not', () => {
    expect(both({ period: '2026年第四季度' }, {})).toHaveLength(1)
    expect(both({ period: '2026年9月' }, {})).toHaveLength(0)
  })
  test('two people, or before the rule, are none', () => {
    expect(both({ personId: 'li' }, {})).toHaveLength(0)
    expect(both({ period: '2025年12月' }, { period: '2025年12月' })).toHaveLength(0)
  })
})

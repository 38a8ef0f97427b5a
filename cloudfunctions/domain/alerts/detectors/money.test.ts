import { fen } from '../../money/money'
import { batchesUnanswered, lateLines, type LateBatch, type LateLine } from './late-batches'
import { lateDisputes } from './late-disputes'
import { moneyKeptBack, moneyLying, type OpenClaim, type OpenMonth } from './lying-money'

const part = (
  reason: OpenClaim['outstanding'][number]['reason'],
  amount: number,
  over: Partial<OpenClaim['outstanding'][number]> = {},
) => ({
  ...{ reason, fen: fen(amount), since: '2026-10-08' as const, records: [{ kind: 'payment' as const, id: 'p1' }] },
  ...over,
})
const claim = (over: Partial<OpenClaim> = {}): OpenClaim => ({
  ...{ _id: 'c1', programme: 'minimum-living', personId: 'chen', period: '2026年10月' },
  ...{ townCode: '330328100', villageCode: '330328100201', lyingSince: '2026-10-08' },
  outstanding: [part('planned', 76200)],
  ...over,
})
const month = (over: Partial<OpenMonth> = {}): OpenMonth => ({
  ...{ month: '2026-10', today: '2026-11-30', claims: [claim()], lyingDays: 30, keptDays: 30, most: 5 },
  ...{
    programmes: new Map([['minimum-living', { name: '低保金', agency: 'civil-affairs' }]]),
    fallbackAgency: 'finance',
    countyCode: '330328',
  },
  ...over,
})

describe('money that lies in the county', () => {
  test('is one finding a programme and town, with its sum and since when', () => {
    const others = [
      claim({ _id: 'c2', lyingSince: '2026-10-01', outstanding: [part('drafted', 800)] }),
      claim({ _id: 'c3', townCode: '330328101' }),
    ]
    expect(moneyLying(month({ claims: [claim(), ...others] }))).toMatchObject([
      {
        subject: { kind: 'place', id: '330328100' },
        cause: 'minimum-living/2026-10',
        agencyId: 'civil-affairs',
        amountFen: 77000,
        why: '2026年10月的低保金有 2 笔 770 元，最早的从2026年10月1日起就在县里，还没有交银行发。',
      },
      { subject: { id: '330328101' }, amountFen: 76200 },
    ])
  })
  test.each([
    ['2026-11-07', 0],
    ['2026-11-08', 1],
  ] as const)('30 days may pass: on %s there are %i', (today, count) => expect(moneyLying(month({ today }))).toHaveLength(count))
  test.each(['at-bank', 'unanswered', 'refused', 'held', 'left-out', 'not-ordered', 'short'] as const)(
    'what is %s is another matter',
    (reason) => expect(moneyLying(month({ claims: [claim({ outstanding: [part(reason, 100)] })] }))).toEqual([]),
  )
})

describe('money that is kept back', () => {
  const inBatch = [{ kind: 'batch-line' as const, id: 'l1' }]
  test('short in a batch, and not made up for', () =>
    expect(moneyKeptBack(month({ claims: [claim({ outstanding: [part('short', 7000, { records: inBatch })] })] }))).toMatchObject([
      {
        subject: { kind: 'person', id: 'chen' },
        amountFen: 7000,
        why: '2026年10月的低保金发少了 70 元，按规则还该发，2026年10月8日以来没有补上。',
      },
    ]))
  test('of what no batch had, other alerts tell', () =>
    expect(moneyKeptBack(month({ claims: [claim({ outstanding: [part('short', 7000)] })] }))).toEqual([]))
  test('of a whole batch it is one', () => {
    const claims = Array.from({ length: 6 }, (_, i) =>
      claim({ _id: `c${i}`, personId: `p${i}`, outstanding: [part('left-out', 100, { records: inBatch })] }),
    )
    expect(moneyKeptBack(month({ claims }))).toMatchObject([{ subject: { kind: 'place', id: '330328' }, amountFen: 600 }])
  })
})

const batch = (over: Partial<LateBatch> = {}): LateBatch => ({
  ...{ _id: 'b1', name: '2026-10 民政局 第1批', agencyId: 'civil-affairs', state: 'sent', handedOn: '2026-10-12' },
  ...{ totals: { lines: 3, fen: fen(228600) }, ...over },
})
const line = (over: Partial<LateLine> = {}): LateLine => ({
  ...{ _id: 'l1', batchId: 'b1', state: 'refused', since: '2026-10-15', townCode: '330328100' },
  ...{ amountFen: fen(76200), creditedFen: fen(0), recoveredFen: fen(0), ...over },
})
const days = { answer: 5, mend: 15, held: 10, recover: 60 }

test('a batch of which the bank has said nothing for longer than it may', () => {
  expect(batchesUnanswered([batch()], '2026-10-17', days)).toEqual([])
  expect(batchesUnanswered([batch()], '2026-10-18', days)).toMatchObject([
    {
      subject: { kind: 'batch', id: 'b1' },
      amountFen: 228600,
      why: '2026-10 民政局 第1批（3 笔 2,286 元）2026年10月12日交给银行，一行回执也没有来。',
    },
  ])
  expect(batchesUnanswered([batch({ state: 'answered' })], '2026-11-30', days)).toEqual([])
})

describe('lines that wait for somebody', () => {
  const late = (
    kind: Parameters<typeof lateLines>[0],
    lines: LateLine[],
    today: '2026-10-30' | '2026-10-31' | '2026-12-31' = '2026-10-31',
    of = batch(),
  ) => lateLines(kind, { batches: [of], lines, today, days })
  test('refused and not mended in time: one finding a batch', () => {
    expect(late('refused_not_mended', [line(), line({ _id: 'l2', state: 'mended' })])).toMatchObject([
      {
        amountFen: 152400,
        townCode: '330328100',
        why: '2026-10 民政局 第1批有 2 笔 1,524 元银行没有入账，还没有改好重发，最早的从2026年10月15日起就这样了。',
      },
    ])
    expect(late('refused_not_mended', [line()], '2026-10-30')).toEqual([])
    expect(late('refused_not_mended', [line({ state: 'reissued' }), line({ state: 'left-out' })])).toEqual([])
  })
  test('held, and nobody has decided', () => expect(late('held_undecided', [line({ state: 'held' })])).toHaveLength(1))
  test('begun to be taken back, and not all is: what is left', () => {
    const recovering = line({ state: 'recovering', creditedFen: fen(76200), recoveredFen: fen(6200) })
    expect(late('surplus_not_recovered', [recovering])).toEqual([])
    expect(late('surplus_not_recovered', [recovering], '2026-12-31')).toMatchObject([{ amountFen: 70000 }])
    expect(late('surplus_not_recovered', [line({ state: 'unrecoverable' })], '2026-12-31')).toEqual([])
  })
  test('of a batch that was cancelled, nothing', () =>
    expect(late('refused_not_mended', [line()], '2026-12-31', batch({ state: 'cancelled' }))).toEqual([]))
})

test.each([
  ['money', '农户说一笔钱', { paymentId: 'p1' }, 'payment'],
  ['need', '走访时农户说了一件需求', { visitId: 'v1' }, 'visit'],
  ['visit', '没来过或者说得不对', { visitId: 'v1' }, 'visit'],
] as const)('what a farmer said that nobody has answered in time: %s', (kind, why, about, record) => {
  const asked = { _id: 'r1', kind, toAgencyId: 'civil-affairs', dueOn: '2026-10-20' as const, villageCode: '330328100201', ...about }
  expect(lateDisputes([asked], '2026-10-20')).toEqual([])
  const [found] = lateDisputes([asked], '2026-10-21')
  expect(found).toMatchObject({ subject: { kind: 'request', id: 'r1' }, agencyId: 'civil-affairs', townCode: '330328100' })
  expect(found!.why).toContain(why)
  expect(found!.records.map(({ kind: one }) => one)).toEqual(['request', record])
})

import { fen } from './money'
import { reconcile } from './reconcile'
import type { ClaimFacts, LineFacts, PersonFacts, PlannedFacts, ReceiptFacts, SaidFacts } from './reconcile-facts'

const row = (over: Partial<PlannedFacts> = {}): PlannedFacts => ({
  ...{ _id: 'p1', personId: 'a', month: '2026-10', period: '2026年10月', dueFen: fen(57000), on: '2026-10-08', answered: false },
  ...over,
})
const line = (over: Partial<LineFacts> = {}): LineFacts => ({
  ...{ _id: 'l1', paymentId: 'p1', personId: 'a', month: '2026-10', amountFen: fen(57000), state: 'planned', since: '2026-10-09' },
  ...{ creditedFen: fen(0), recoveredFen: fen(0), settled: false },
  batch: { state: 'sent', fundedOn: '2026-10-01', handedOn: '2026-10-10' },
  ...over,
})
const receipt = (over: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  ...{ _id: 'r1', paymentId: 'p1', amountFen: fen(57000), state: 'credited', on: '2026-10-15' },
  ...over,
})
const here: PersonFacts = { onRegister: true, exits: [] }
const facts = (over: Partial<ClaimFacts> = {}): ClaimFacts => ({
  ...{ rows: [], lines: [], receipts: [], confirmations: [], people: new Map([['a', here]]), needsRegister: true },
  ...over,
})
const due = (dueFen: number) => ({ _id: 'e1', dueFen: fen(dueFen), month: '2026-10' as const })

/** What is outstanding and what is too much, in words: 到 500 欠 short 70 多 – */
const say = (over: Partial<ClaimFacts>): string => {
  const { dueFen, creditedFen, outstanding, surplus } = reconcile(facts(over))
  const parts = (list: { reason: string; fen: number }[]) => list.map((part) => `${part.reason} ${part.fen / 100}`).join(', ') || '–'
  return `应 ${dueFen / 100} 到 ${creditedFen / 100} 欠 ${parts(outstanding)} 多 ${parts(surplus)}`
}

describe('one due', () => {
  test.each<[string, Partial<ClaimFacts>, string]>([
    ['only a rule says so', { entitlement: due(57000) }, '应 570 到 0 欠 not-ordered 570 多 –'],
    ['ordered by a plan without a rule', { rows: [row()] }, '应 570 到 0 欠 planned 570 多 –'],
    ['the bank answered the file, and not this row', { rows: [row({ answered: true })] }, '应 570 到 0 欠 unanswered 570 多 –'],
    ['came', { rows: [row()], receipts: [receipt()] }, '应 570 到 570 欠 – 多 –'],
    ['the same receipt twice', { rows: [row()], receipts: [receipt(), receipt()] }, '应 570 到 570 欠 – 多 –'],
    ['500 of 570, and marked as paid', { rows: [row()], receipts: [receipt({ amountFen: fen(50000) })] }, '应 570 到 500 欠 short 70 多 –'],
    [
      'a plan of 500, due 570',
      { entitlement: due(57000), rows: [row({ dueFen: fen(50000) })], receipts: [receipt({ amountFen: fen(50000) })] },
      '应 570 到 500 欠 short 70 多 –',
    ],
    [
      'the 70 that were short, ordered later',
      {
        entitlement: due(57000),
        rows: [row({ dueFen: fen(50000) }), row({ _id: 'p2', month: '2026-11', dueFen: fen(7000) })],
        receipts: [receipt({ amountFen: fen(50000) })],
      },
      '应 570 到 500 欠 planned 70 多 –',
    ],
    ['dropped by a newer plan and still at the bank', { rows: [row({ gone: true })], lines: [line()] }, '应 0 到 0 欠 – 多 –'],
    [
      'dropped by a newer plan, and paid as it was approved',
      { rows: [row({ gone: true })], lines: [line()], receipts: [receipt()] },
      '应 0 到 0 欠 – 多 not-entitled 570',
    ],
    [
      'dropped by a newer plan that has the due in another row: the frozen line is paid, and fills it',
      {
        rows: [row({ gone: true }), row({ _id: 'p2', dueFen: fen(60000) })],
        lines: [line()],
        receipts: [receipt()],
      },
      '应 600 到 570 欠 planned 30 多 –',
    ],
    [
      'paid by both rows, the dropped one and the new one',
      { rows: [row({ gone: true }), row({ _id: 'p2' })], lines: [line()], receipts: [receipt(), receipt({ _id: 'r2', paymentId: 'p2' })] },
      '应 570 到 570 欠 – 多 twice 570',
    ],
    ['dropped by a newer plan and given back by its batch', { rows: [row({ gone: true })] }, '应 0 到 0 欠 – 多 –'],
    ['refused', { rows: [row()], receipts: [receipt({ state: 'failed' })] }, '应 570 到 0 欠 refused 570 多 –'],
    [
      'came and went back',
      { rows: [row()], receipts: [receipt(), receipt({ _id: 'r2', state: 'returned' })] },
      '应 570 到 0 欠 returned 570 多 –',
    ],
    ['words that nobody knows', { rows: [row()], receipts: [receipt({ state: 'unknown' })] }, '应 570 到 0 欠 unclear 570 多 –'],
    [
      'refused, and in a later plan: once, and where it is now',
      { rows: [row(), row({ _id: 'p2', month: '2026-11' })], receipts: [receipt({ state: 'failed' })] },
      '应 570 到 0 欠 planned 570 多 –',
    ],
    [
      'refused, and came later',
      {
        rows: [row(), row({ _id: 'p2', month: '2026-11' })],
        receipts: [receipt({ state: 'failed' }), receipt({ _id: 'r2', paymentId: 'p2' })],
      },
      '应 570 到 570 欠 – 多 –',
    ],
    [
      'refused, and sent again later to whoever heads the household by then',
      { rows: [row(), row({ _id: 'p2', personId: 'b', month: '2026-11' })], receipts: [receipt({ state: 'failed' })] },
      '应 570 到 0 欠 planned 570 多 –',
    ],
    [
      'planned twice, paid twice',
      { rows: [row(), row({ _id: 'p2' })], receipts: [receipt(), receipt({ _id: 'r2', paymentId: 'p2' })] },
      '应 570 到 570 欠 – 多 twice 570',
    ],
    ['planned twice, paid once', { rows: [row(), row({ _id: 'p2' })], receipts: [receipt()] }, '应 570 到 570 欠 – 多 –'],
    ['two of one household, each planned', { rows: [row(), row({ _id: 'p2', personId: 'b' })] }, '应 1140 到 0 欠 planned 1140 多 –'],
    [
      'the plan was lowered after it came',
      { rows: [row({ dueFen: fen(50000) })], receipts: [receipt()] },
      '应 500 到 500 欠 – 多 too-much 70',
    ],
    [
      'the rule says less than the plan',
      { entitlement: due(50000), rows: [row()], receipts: [receipt()] },
      '应 500 到 500 欠 – 多 too-much 70',
    ],
    ['the rule says nothing is due', { entitlement: due(0), rows: [row()], receipts: [receipt()] }, '应 0 到 0 欠 – 多 not-entitled 570'],
  ])('%s', (_, over, said) => expect(say(over)).toBe(said))

  test.each<[string, PersonFacts, string]>([
    ['died in the month before', { ...here, diedOn: '2026-09-30' }, '应 0 到 0 欠 – 多 after-death 570'],
    ['died on the first of the month', { ...here, diedOn: '2026-10-01' }, '应 570 到 570 欠 – 多 –'],
    ['died, only the month is known', { ...here, diedOn: '2026-10' }, '应 570 到 570 欠 – 多 –'],
    ['left the register the month before', { onRegister: false, exits: ['2026-09-30'] }, '应 0 到 0 欠 – 多 after-exit 570'],
    ['left the register in the month', { onRegister: false, exits: ['2026-10-01'] }, '应 570 到 570 欠 – 多 –'],
    ['never was on the register', { onRegister: false, exits: [] }, '应 0 到 0 欠 – 多 not-entitled 570'],
  ])('whoever %s', (_, person, said) => expect(say({ rows: [row()], receipts: [receipt()], people: new Map([['a', person]]) })).toBe(said))

  test('what nobody needs the register for is due off it', () =>
    expect(say({ rows: [row()], needsRegister: false, people: new Map([['a', { onRegister: false, exits: [] }]]) })).toBe(
      '应 570 到 0 欠 planned 570 多 –',
    ))

  test('a quarter that began before the death was due', () =>
    expect(
      say({
        rows: [row({ period: '2026年第三季度' })],
        receipts: [receipt()],
        people: new Map([['a', { ...here, diedOn: '2026-07-02' }]]),
      }),
    ).toBe('应 570 到 570 欠 – 多 –'))
})

describe('a line of a batch', () => {
  const inBatch = (over: Partial<LineFacts>, more: Partial<ClaimFacts> = {}) => say({ rows: [row()], lines: [line(over)], ...more })
  const draft = { state: 'draft', fundedOn: null, handedOn: null } as const
  const answered = { ...line().batch, state: 'answered' } as const
  test.each<[string, string, string]>([
    ['drafted', inBatch({ batch: draft }), '应 570 到 0 欠 drafted 570 多 –'],
    ['frozen', inBatch({ batch: { ...draft, state: 'frozen' } }), '应 570 到 0 欠 drafted 570 多 –'],
    ['held', inBatch({ batch: draft, state: 'held' }), '应 570 到 0 欠 held 570 多 –'],
    ['left out', inBatch({ batch: draft, state: 'left-out' }), '应 570 到 0 欠 left-out 570 多 –'],
    ['at the bank', inBatch({}), '应 570 到 0 欠 at-bank 570 多 –'],
    ['silent when the others have their answers', inBatch({ batch: answered }), '应 570 到 0 欠 unanswered 570 多 –'],
    ['answered before the line has caught up', inBatch({}, { receipts: [receipt()] }), '应 570 到 570 欠 – 多 –'],
    ['credited', inBatch({ state: 'credited', creditedFen: fen(57000) }), '应 570 到 570 欠 – 多 –'],
    [
      'left out, and the bank paid it all the same',
      inBatch({ state: 'left-out', batch: answered }, { receipts: [receipt()] }),
      '应 570 到 570 欠 – 多 –',
    ],
    [
      'refused, and the bank has paid since',
      inBatch({ state: 'refused', batch: answered }, { receipts: [receipt()] }),
      '应 570 到 570 欠 – 多 –',
    ],
    [
      'credited, and the bank has taken it back since',
      inBatch({ state: 'credited', creditedFen: fen(57000) }, { receipts: [receipt({ state: 'returned' })] }),
      '应 570 到 0 欠 returned 570 多 –',
    ],
    [
      'written down from the bank’s paper',
      inBatch({ state: 'credited', creditedFen: fen(57000), settled: true }, { receipts: [receipt({ state: 'unknown' })] }),
      '应 570 到 570 欠 – 多 –',
    ],
    ['credited with less', inBatch({ state: 'credited', creditedFen: fen(50000) }), '应 570 到 500 欠 short 70 多 –'],
    ['waiting for a second person to see the account', inBatch({ state: 'mending' }), '应 570 到 0 欠 refused 570 多 –'],
    ['mended', inBatch({ state: 'mended' }), '应 570 到 0 欠 mending 570 多 –'],
    ['of a cancelled batch', inBatch({ batch: { ...draft, state: 'cancelled' } }), '应 570 到 0 欠 planned 570 多 –'],
    [
      'sent again on the same row',
      inBatch(
        { state: 'reissued' },
        { lines: [line({ state: 'reissued' }), line({ _id: 'l2', state: 'credited', creditedFen: fen(57000) })] },
      ),
      '应 570 到 570 欠 – 多 –',
    ],
    [
      'sent again, at the bank: not what the bank said the first time',
      inBatch(
        {},
        {
          lines: [line({ state: 'reissued', batch: answered }), line({ _id: 'l2', batch: { ...line().batch, handedOn: '2026-10-20' } })],
          receipts: [receipt({ state: 'failed' })],
        },
      ),
      '应 570 到 0 欠 at-bank 570 多 –',
    ],
    [
      'drafted from what is due, no row yet',
      say({ entitlement: due(57000), lines: [line({ paymentId: null, batch: draft })] }),
      '应 570 到 0 欠 drafted 570 多 –',
    ],
  ])('%s', (_, said, expected) => expect(said).toBe(expected))

  test('planned twice, one left out, and the bank paid both: once too much', () =>
    expect(
      say({
        rows: [row(), row({ _id: 'p2' })],
        lines: [line({ state: 'credited', creditedFen: fen(57000) }), line({ _id: 'l2', paymentId: 'p2', state: 'left-out' })],
        receipts: [receipt(), receipt({ _id: 'r2', paymentId: 'p2' })],
      }),
    ).toBe('应 570 到 570 欠 – 多 twice 570'))

  test('paid twice, one taken back: right', () =>
    expect(
      say({
        rows: [row(), row({ _id: 'p2' })],
        lines: [
          line({ state: 'credited', creditedFen: fen(57000) }),
          line({ _id: 'l2', paymentId: 'p2', state: 'recovered', creditedFen: fen(57000), recoveredFen: fen(57000) }),
        ],
      }),
    ).toBe('应 570 到 570 欠 – 多 –'))

  test('to somebody else’s account: it is still due, and what is not back yet is too much', () =>
    expect(inBatch({ state: 'recovering', creditedFen: fen(57000), recoveredFen: fen(20000) })).toBe(
      '应 570 到 0 欠 not-ordered 570 多 wrong-account 370',
    ))

  test('100 too much, taken back: nothing is missing and nothing is over', () =>
    expect(inBatch({ state: 'recovered', amountFen: fen(67000), creditedFen: fen(67000), recoveredFen: fen(10000) })).toBe(
      '应 570 到 570 欠 – 多 –',
    ))

  test('what cannot be got back stays too much', () =>
    expect(
      say({
        entitlement: due(0),
        rows: [row()],
        lines: [line({ state: 'unrecoverable', creditedFen: fen(57000), recoveredFen: fen(7000) })],
      }),
    ).toBe('应 0 到 0 欠 – 多 not-entitled 500'))

  test('knows since when money lies, and when it came', () => {
    expect(reconcile(facts({ rows: [row()], lines: [line()] }))).toMatchObject({
      fundedOn: '2026-10-01',
      lyingSince: '2026-10-01',
      creditedOn: null,
    })
    expect(reconcile(facts({ rows: [row()], receipts: [receipt()] }))).toMatchObject({ lyingSince: null, creditedOn: '2026-10-15' })
    expect(reconcile(facts({ rows: [row()] }))).toMatchObject({ lyingSince: '2026-10-08', outstanding: [{ since: '2026-10-08' }] })
  })
})

describe('what the farmer says', () => {
  const said = (said: SaidFacts['said'], n: number, answered = false): SaidFacts => ({ _id: `c${n}`, paymentId: 'p1', said, n, answered })
  test.each<[string, SaidFacts[], boolean]>([
    ['nothing', [], false],
    ['received', [said('received', 1)], false],
    ['not received, though the bank says so', [said('not-received', 1)], true],
    ['and has an answer', [said('not-received', 1, true)], false],
    ['and then that it came', [said('not-received', 1), said('received', 2)], false],
    ['came, and then that it is another amount', [said('received', 1), said('other-amount', 2)], true],
  ])('%s', (_, confirmations, disputed) =>
    expect(reconcile(facts({ rows: [row()], receipts: [receipt()], confirmations }))).toMatchObject({ disputed, creditedFen: 57000 }),
  )
})

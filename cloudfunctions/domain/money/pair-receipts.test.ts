import { fen } from './money'
import { pairReceipts, type AnswerOfBank, type DueOnCard } from './pair-receipts'

const due = (_id: string, dueFen: number, row: number, over: Partial<DueOnCard> = {}): DueOnCard => ({
  _id,
  cardIndex: 'c',
  dueFen: fen(dueFen),
  importId: 'plan',
  row,
  ...over,
})
const line = (_id: string, amountFen: number, row: number, over: Partial<AnswerOfBank> = {}): AnswerOfBank => ({
  _id,
  cardIndex: 'c',
  amountFen: fen(amountFen),
  state: 'credited',
  importId: 'r1',
  row,
  ...over,
})
const pairs = (plan: DueOnCard[], answers: AnswerOfBank[]) =>
  Object.fromEntries([...pairReceipts(plan, answers)].map(([answer, { _id }]) => [answer, _id]))

test('equal amounts on one card answer in the order of the files', () => {
  const plan = [due('nursing', 15000, 4), due('resettlement', 15000, 9)]
  const answers = [line('first', 15000, 2), line('second', 15000, 7, { state: 'failed' })]
  expect(pairs(plan, answers)).toEqual({ first: 'nursing', second: 'resettlement' })
  expect(pairs([...plan].reverse(), [...answers].reverse())).toEqual({ first: 'nursing', second: 'resettlement' })
})

test('of equal amounts the number in the bank’s file tells, whichever file came first; two of one number, or another’s own, tell nothing', () => {
  const plan = [due('first', 300, 4, { handedOn: '2026-10-12', serial: 1 }), due('second', 300, 9, { handedOn: '2026-10-12', serial: 2 })]
  const later = line('later', 300, 1, { serial: 2 })
  expect(pairs(plan, [later])).toEqual({ later: 'second' })
  expect(pairs(plan, [later, line('failed', 300, 1, { importId: 'r2', state: 'failed', serial: 1 })])).toEqual({
    ...{ later: 'second', failed: 'first' },
  })
  const back = line('back', 300, 1, { importId: 'r2', state: 'returned', serial: 2, day: '2026-10-20' })
  expect(pairs(plan, [later, back])).toEqual({ back: 'second' })
  const alike = plan.map((row) => ({ ...row, serial: 2 }))
  expect(pairs(alike, [later])).toEqual({ later: 'first' })
  expect(pairs(plan, [line('own', 300, 1, { serial: 77 })])).toEqual({ own: 'first' })
})

test('another card or amount answers nothing', () => {
  expect(pairs([due('a', 100, 1)], [line('x', 101, 1), line('y', 100, 2, { cardIndex: 'other' })])).toEqual({})
})

test('a refused line that was sent again and credited gives way', () => {
  expect(pairs([due('a', 100, 1)], [line('refused', 100, 1, { state: 'failed' }), line('again', 100, 1, { importId: 'r2' })])).toEqual({
    again: 'a',
  })
})

test('money that was taken back after it had come is not there; what came again after that is', () => {
  const [came, back, again] = [
    line('came', 100, 1, { day: '2026-10-15' }),
    line('back', 100, 1, { state: 'returned', day: '2026-10-18', importId: 'r2' }),
    line('again', 100, 1, { day: '2026-10-25', importId: 'r3' }),
  ]
  expect(pairs([due('a', 100, 1)], [came, back])).toEqual({ back: 'a' })
  expect(pairs([due('a', 100, 1)], [again, back, came])).toEqual({ again: 'a' })
  expect(pairs([due('a', 100, 1)], [came, { ...back, day: '2026-10-15' }])).toEqual({ back: 'a' })
})

test('what nobody understood gives way to any answer', () => {
  expect(pairs([due('a', 100, 1)], [line('odd', 100, 1, { state: 'unknown' }), line('refused', 100, 2, { state: 'failed' })])).toEqual({
    refused: 'a',
  })
})

test('a plan row that was corrected keeps the answer to what it said before, unless one to what it says now is there', () => {
  const corrected = due('a', 115, 1, { formerFen: [fen(100), fen(105)] })
  expect(pairs([corrected], [line('paid', 105, 1)])).toEqual({ paid: 'a' })
  expect(pairs([corrected], [line('paid', 105, 1), line('now', 115, 1)])).toEqual({ now: 'a' })
})

test('nothing that the bank said before a row was handed over answers it: what is sent again in the month waits for its own answer', () => {
  const plan = [due('old', 100, 1, { handedOn: '2026-10-12' }), due('again', 100, 1, { importId: 'batch', handedOn: '2026-10-20' })]
  const refused = line('refused', 100, 1, { state: 'failed', day: '2026-10-15' })
  expect(pairs(plan, [refused])).toEqual({ refused: 'old' })
  const came = line('came', 100, 1, { day: '2026-10-25', importId: 'r2' })
  expect(pairs(plan, [refused, came])).toEqual({ refused: 'old', came: 'again' })
  expect(pairs([...plan].reverse(), [came, refused])).toEqual({ refused: 'old', came: 'again' })
  expect(pairs([plan[1]!], [refused])).toEqual({})
})

test('what was handed over and came in another amount is its own, where nothing else could be meant', () => {
  const sent = due('a', 570, 1, { handedOn: '2026-10-12' })
  const less = line('less', 500, 1, { day: '2026-10-15' })
  expect(pairs([sent], [less])).toEqual({ less: 'a' })
  // A right answer that comes too is the row's; the other is nobody's.
  expect(pairs([sent], [less, line('right', 570, 2, { day: '2026-10-15' })])).toEqual({ right: 'a' })
  // Two rows or two lines: a person has to look. So, too, where no batch went to the bank, or the line is older.
  expect(pairs([sent, due('b', 300, 2, { handedOn: '2026-10-12' })], [less])).toEqual({})
  expect(pairs([sent], [less, line('more', 600, 2, { day: '2026-10-15' })])).toEqual({})
  expect(pairs([due('a', 570, 1)], [less])).toEqual({})
  expect(pairs([sent], [{ ...less, day: '2026-10-11' }])).toEqual({})
  expect(pairs([sent], [{ ...less, state: 'failed' }])).toEqual({})
})

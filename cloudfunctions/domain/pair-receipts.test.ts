import { pairReceipts, type AnswerOfBank, type DueOnCard } from './pair-receipts'

const due = (_id: string, dueFen: number, row: number, over: Partial<DueOnCard> = {}): DueOnCard => ({ _id, cardIndex: 'c', dueFen, importId: 'plan', row, ...over })
const line = (_id: string, amountFen: number, row: number, over: Partial<AnswerOfBank> = {}): AnswerOfBank => ({ _id, cardIndex: 'c', amountFen, state: 'credited', importId: 'r1', row, ...over })
const pairs = (plan: DueOnCard[], answers: AnswerOfBank[]) => Object.fromEntries([...pairReceipts(plan, answers)].map(([answer, { _id }]) => [answer, _id]))

test('equal amounts on one card answer in the order of the files', () => {
  const plan = [due('nursing', 15000, 4), due('resettlement', 15000, 9)]
  const answers = [line('first', 15000, 2), line('second', 15000, 7, { state: 'failed' })]
  expect(pairs(plan, answers)).toEqual({ first: 'nursing', second: 'resettlement' })
  expect(pairs([...plan].reverse(), [...answers].reverse())).toEqual({ first: 'nursing', second: 'resettlement' })
})

test('another card or amount answers nothing', () => {
  expect(pairs([due('a', 100, 1)], [line('x', 101, 1), line('y', 100, 2, { cardIndex: 'other' })])).toEqual({})
})

test('a refused line that was sent again and credited gives way', () => {
  expect(pairs([due('a', 100, 1)], [line('refused', 100, 1, { state: 'failed' }), line('again', 100, 1, { importId: 'r2' })])).toEqual({ again: 'a' })
})

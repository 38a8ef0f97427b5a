import { countedBills } from './medical'

const bill = (personId: string, from: '2026-01' | '2026-03', to: '2026-08' | '2026-09' | '2026-12', importId: string, agency = 'a') => ({
  ...{ personId, from, to, importId, agency },
})
const counted = (...bills: ReturnType<typeof bill>[]) => countedBills(bills).counted.map(({ importId }) => importId)

test('a list of more months holds what one of fewer says', () => {
  expect(counted(bill('p', '2026-01', '2026-08', 'old'), bill('p', '2026-01', '2026-09', 'new'))).toEqual(['new'])
})

test('several bills of one list all count; other people’s lists are none of it', () => {
  expect(counted(bill('p', '2026-01', '2026-08', 'x'), bill('p', '2026-01', '2026-08', 'x'), bill('q', '2026-01', '2026-09', 'y'))).toEqual(
    ['x', 'x', 'y'],
  )
})

test('of two agencies’ lists of the same months one counts, whichever came first; an agency’s second list counts too', () => {
  const [one, two] = [bill('p', '2026-01', '2026-08', 'x', 'a'), bill('p', '2026-01', '2026-08', 'y', 'b')]
  expect([counted(one, two), counted(two, one)]).toEqual([['x'], ['x']])
  expect(counted(one, { ...two, agency: 'a' })).toEqual(['x', 'y'])
})

test('lists that only overlap are both counted, and somebody must look', () => {
  expect(countedBills([bill('p', '2026-01', '2026-08', 'x'), bill('p', '2026-03', '2026-12', 'y')]).overlapping).toEqual(['p'])
})

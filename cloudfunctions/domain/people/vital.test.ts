import { holdingEvents, vitalKindOf } from './vital'

test.each([
  ['死亡注销', 'died'],
  ['宣告死亡', 'died'],
  ['火化', 'died'],
  ['户籍迁出（省外）', 'moved-out'],
  ['迁往市外', 'moved-out'],
  ['市外迁入', 'moved-in'],
  ['外迁入户', 'moved-in'],
  ['县内移居', 'moved-within'],
  ['移居', 'moved-within'],
  ['出生申报', 'born'],
  ['参军注销户口', 'cancelled'],
  ['恢复户口（误报死亡）', 'restored'],
])('%s is %s', (written, kind) => expect(vitalKindOf(written)).toBe(kind))

test.each(['失踪', '未死亡', '婚迁', '死亡及迁出', ''])('%s says nothing for sure', (written) =>
  expect(vitalKindOf(written)).toBeUndefined(),
)

describe('what holds of what several lists say', () => {
  const said = (
    kind: 'died' | 'moved-out' | 'restored',
    on: '2026-08-01' | '2026-08-03' | '2026-08',
    saidOn: '2026-08-31' | '2026-09-30',
  ) => ({
    ...{ personId: 'p', kind, on, saidOn },
  })

  test('one death, as the newest list has it; of one day the list that knows the day', () => {
    expect(holdingEvents([said('died', '2026-08-01', '2026-08-31'), said('died', '2026-08-03', '2026-09-30')])).toEqual([
      said('died', '2026-08-03', '2026-09-30'),
    ])
    expect(holdingEvents([said('died', '2026-08', '2026-08-31'), said('died', '2026-08-01', '2026-08-31')])).toEqual([
      said('died', '2026-08-01', '2026-08-31'),
    ])
  })

  test('a death that a later list took back is none, one that an earlier did still is', () => {
    const kinds = (list: ReturnType<typeof said>[]) => holdingEvents(list).map(({ kind }) => kind)
    expect(kinds([said('died', '2026-08-01', '2026-08-31'), said('restored', '2026-08-03', '2026-09-30')])).toEqual(['restored'])
    expect(kinds([said('died', '2026-08-03', '2026-09-30'), said('restored', '2026-08-01', '2026-08-31')])).toEqual(['died', 'restored'])
  })
})

import type { Day } from '../time/dates'
import { isComparable, isLater, relate, versionOf, type FileVersion } from './file-versions'

const agencies = [{ id: 'finance', name: '文成县财政局', aliases: ['财政局', '县财政局'] }]
const of = (name: string, title = '', day: Day | null = null) => versionOf({ agencies }, { name, title, day })

test('the agency is known by its names, else as it is written', () => {
  expect([
    of('财政局_发放计划.xlsx').agency,
    of('计划.xlsx', '编制单位：文成县财政局').agency,
    of('计划.xlsx', '编制单位：文成县某某局 编制日期：2026年10月12日').agency,
    of('计划.xlsx').agency,
  ]).toEqual(['finance', 'finance', '文成县某某局', ''])
})

test('a batch of its own is none of the others', () => {
  expect([
    of('10月第二批.xlsx').label,
    of('10月第2批.xlsx').label,
    of('10月第一批.xlsx').label,
    of('10月补发.xlsx').label,
    of('10月.xlsx').label,
    of('10月补充更正.xlsx').label,
  ]).toEqual(['第2批', '第2批', '', '补发', '', ''])
  expect(isComparable(of('第二批.xlsx'), of('计划.xlsx'))).toBe(false)
})

test('the later version: by its day, else by what it calls itself, else the one that comes now', () => {
  const later = (a: FileVersion, b: FileVersion) => [isLater(a, b, true), isLater(b, a, true)]
  expect(later(of('a', '', '2026-10-15'), of('b_更正', '', '2026-10-12'))).toEqual([true, false])
  expect(later(of('a_更正', '', '2026-10-12'), of('b', '', '2026-10-12'))).toEqual([true, false])
  expect(later(of('a_更正2'), of('b_更正1'))).toEqual([true, false])
  expect(later(of('a'), of('b'))).toEqual([true, true])
})

test.each<[string, string, number, number, number, ReturnType<typeof relate>]>([
  ['a.xlsx', 'b.xlsx', 8, 8, 8, 'version'],
  ['a.xlsx', 'b.xlsx', 6, 8, 9, 'version'],
  ['north.xlsx', 'south.xlsx', 0, 200, 300, 'beside'],
  ['north.xlsx', 'south.xlsx', 1, 200, 300, 'beside'],
  ['a.xlsx', 'b_更正.xlsx', 1, 8, 1, 'mends'],
  ['a.xlsx', 'b.xlsx', 1, 8, 1, 'unsure'],
  ['a.xlsx', 'b.xlsx', 50, 200, 300, 'unsure'],
])('%s and %s with %d rows in common of %d and %d: %s', (a, b, common, ofA, ofB, relation) =>
  expect(relate(of(a), of(b), common, ofA, ofB)).toBe(relation),
)

import { county } from '../../../services/built-in/county'
import { blank, nextLevel, officeFor, reportFault } from './report-fields'

const filled = { ...blank, subject: 'village', category: 'other', town: '南田镇', what: '村里分钱不公道' }
const { categories } = county.reports

afterEach(() => {
  delete categories[0]!.office
})

test('what is missing is asked for, one thing after another', () => {
  expect(
    [
      reportFault(blank),
      reportFault({ ...blank, subject: 'village' }),
      reportFault({ ...filled, town: '' }),
      reportFault({ ...filled, what: ' 不 ' }),
      reportFault(filled),
    ].map((fault) => fault && [fault.field, fault.words]),
  ).toEqual([
    ['subject', '请先选举报的是谁。'],
    ['category', '请选是哪一类事。'],
    ['town', expect.stringContaining('不在乡镇')],
    ['what', expect.stringContaining('至少 5 个字')],
    undefined,
  ])
})

test('a village written by hand is a place as well', () => {
  expect(reportFault({ ...filled, town: '', village: '武阳村' })).toBeUndefined()
})

test('the subject decides where it goes; a kind with an office of its own comes first', () => {
  expect(officeFor(filled)?.id).toBe('county')
  expect(officeFor({ ...filled, subject: 'discipline' })?.id).toBe('upper')
  expect(officeFor(blank)).toBeUndefined()
  categories[0]!.office = 'upper'
  expect(officeFor({ ...filled, category: categories[0]!.id })?.id).toBe('upper')
})

test('words that name the office it goes to lead to the next level; others, and those of the highest, do not', () => {
  expect(nextLevel(filled)).toBeUndefined()
  expect(nextLevel({ ...filled, what: '县纪委的人也收了钱' })?.id).toBe('upper')
  expect(nextLevel({ ...filled, village: '县监委' })?.id).toBe('upper')
  expect(nextLevel({ ...filled, what: '市纪委来过' })).toBeUndefined()
  expect(nextLevel({ ...filled, subject: 'discipline', what: '市纪委和县纪委' })).toBeUndefined()
})

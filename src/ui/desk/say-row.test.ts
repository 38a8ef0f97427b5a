import { sayRow, sheetName } from './say-row'

test('the one table of a text file has no name that a clerk knows', () => {
  expect(sayRow('(csv)', 14)).toBe('第 14 行')
  expect(sayRow('(text)', 14)).toBe('第 14 行')
  expect(sayRow('(html)', 14)).toBe('第 14 行')
  expect(sheetName('(csv)')).toBeUndefined()
})

test('a sheet of a workbook is named', () => {
  expect(sayRow('南田镇', 26)).toBe('南田镇 第 26 行')
})

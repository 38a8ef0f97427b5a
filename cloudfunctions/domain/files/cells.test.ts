import { compactOf, digitsOf, isBlank, isFormula, lineOf, textOf } from './cells'

test.each([
  ['330399196408265929\u00a0', '330399196408265929'],
  ["'330399195612279645", '330399195612279645'],
  ['\t330399195612279645 ', '330399195612279645'],
  ['３３０３９９１９７０１０２５２９３８', '330399197010252938'],
  ['33039919380626096x', '33039919380626096X'],
  ['6200 0000 9645 5865 707', '6200000096455865707'],
  ['\ufeff330399\u200b195612279645', '330399195612279645'],
  [null, ''],
])('%j as digits is %s', (cell, text) => expect(digitsOf(cell)).toEqual({ text, precisionLost: false }))

test('a number-typed identity number is never whole, not even when it ends in 000 and its check digit happens to fit', () => {
  expect(digitsOf(330399200508100000)).toMatchObject({ precisionLost: true })
  expect(digitsOf('3.30399E+17')).toMatchObject({ precisionLost: true })
  expect(digitsOf(16044164936, 15)).toEqual({ text: '16044164936', precisionLost: false })
})

test('rare characters, also beyond the BMP, stay as they are', () => {
  expect([textOf(' 雷㛃 '), textOf('蓝秀𬞟'), compactOf('林 昶')]).toEqual(['雷㛃', '蓝秀𬞟', '林昶'])
})

test('what is blank, and what is one line', () => {
  expect([null, '', ' \u3000', '-', '——', undefined].map(isBlank)).toEqual([true, true, true, true, true, true])
  expect([0, '0', '无'].map(isBlank)).toEqual([false, false, false])
  expect(lineOf('产业帮扶：\n中蜂')).toBe('产业帮扶： 中蜂')
})

test.each([
  ['="330399195612279645"', '330399195612279645'],
  ['\u202d330399195612279645\u202c', '330399195612279645'],
  ['\u2066330399195612279645\u2069', '330399195612279645'],
  ['330399\u00ad195612279645', '330399195612279645'],
  ['33039919380626096×', '33039919380626096X'],
  ['33039919380626096Х', '33039919380626096X'],
  ['6200–0000—9645−5865 707', '6200000096455865707'],
  ['＝"6200000096455865707"', '6200000096455865707'],
  ['‘330399195612279645', '330399195612279645'],
])('%j as typed or pasted is %s', (cell, text) => expect(digitsOf(cell)).toEqual({ text, precisionLost: false }))

test('a formula without its result is no value; ="…" is', () => {
  expect(['=SUM(J4:J9)', '=J4*2', '="330399"', '= "x"', '-', 12].map(isFormula)).toEqual([true, true, false, false, false, false])
  expect(textOf('="他说""好"""')).toBe('他说"好"')
})

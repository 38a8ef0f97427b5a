import { typedCode, typedDigits, typedLine, withoutUnseen } from './typed'

test.each([
  ['１２３４５６', '123456'],
  ['\u202d330399\u202c 19500101\u00a01234', '330399195001011234'],
  ['12-34—56－78‐90−1', '12345678901'],
  ['\ufeffab\u3000CD\u200b', 'abCD'],
  ['①②', '12'],
])('a code typed as %j is %s', (typed, code) => expect(typedCode(typed)).toBe(code))

test('a line keeps its words and one space between them', () => {
  expect(typedLine(' 陈\u200b阿公\u3000\u3000（户主） ')).toBe('陈阿公 (户主)')
})

test('no rare character loses half of itself', () => {
  for (const first of [0x1b000, 0x1bc00, 0x20000, 0x20c80, 0x2f800, 0x30000]) {
    for (let point = first; point < first + 0x200; point++) {
      const one = String.fromCodePoint(point)
      if (point < 0x1bca0 || point > 0x1bca3) expect(withoutUnseen(one)).toBe(one)
    }
  }
})

test('digits, whatever stands between them', () => {
  expect(['４８２ ９１３', '482-913', '482—913', '482\u200b913', '４8２．９１３'].map(typedDigits)).toEqual(Array(5).fill('482913'))
})

test('what shows stays, characters beyond the basic plane too', () => {
  expect(withoutUnseen('\u202e𠮷野・阿依\u{e0041}')).toBe('𠮷野・阿依')
})

import { typedCode, typedLine, withoutUnseen } from './typed'

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

test('what shows stays, characters beyond the basic plane too', () => {
  expect(withoutUnseen('\u202e𠮷野・阿依\u{e0041}')).toBe('𠮷野・阿依')
})

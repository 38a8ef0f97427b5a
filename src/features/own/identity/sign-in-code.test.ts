import { cleanSignInCode, signInCodeFault } from './sign-in-code'

test('a code is read as people type it', () => {
  expect(cleanSignInCode(' abcd-efgh jkmn')).toBe('ABCDEFGHJKMN')
  expect(cleanSignInCode('OLI0－1234—5678')).toBe('011012345678')
})

test('what cannot be a code gets a sentence, what can gets none', () => {
  expect(signInCodeFault('')).toContain('请先写上')
  expect(signInCodeFault('ABC')).toContain('现在有 3 位')
  expect(signInCodeFault('ABCDEFGHJKMU')).toContain('有一位不对')
  expect(signInCodeFault('ABCDEFGHJKMN')).toBeUndefined()
})

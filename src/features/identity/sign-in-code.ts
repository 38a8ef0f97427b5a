/** Characters of a one-time sign-in code, which the village office writes as ABCD-EFGH-JKMN. */
export const signInCodeLength = 12

/** A code as typed: any case, spaces and hyphens ignored, O is 0, I and L are 1. */
export const cleanSignInCode = (typed: string): string =>
  typed.replace(/[\s\-－—]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')

/** What is wrong with a cleaned code, in words, or nothing. Asked before anything is sent. */
export function signInCodeFault(code: string): string | undefined {
  if (code.length === 0) return '请先写上村里给的登录码。'
  if (code.length !== signInCodeLength) return `登录码是 ${signInCodeLength} 位字母和数字，现在有 ${code.length} 位。请对照纸条再看一遍。`
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(code) ? undefined : '登录码里有一位不对：它只用字母和数字，没有字母 U。请对照纸条再看一遍。'
}

import { asCrockford, isCrockford } from '#domain/text/crockford'
import { invitationCodeLength } from '#domain/access/invitation-code'

/** A code as typed, cleaned: the village office writes it as ABCD-EFGH-JKMN. */
export const cleanSignInCode = asCrockford

/** What is wrong with a cleaned code, in words, or nothing. Asked before anything is sent. */
export function signInCodeFault(code: string): string | undefined {
  if (code.length === 0) return '请先写上村里给的登录码。'
  if (code.length !== invitationCodeLength)
    return `登录码是 ${invitationCodeLength} 位字母和数字，现在有 ${code.length} 位。请对照纸条再看一遍。`
  return isCrockford(code) ? undefined : '登录码里有一位不对：它只用字母和数字，没有字母 U。请对照纸条再看一遍。'
}

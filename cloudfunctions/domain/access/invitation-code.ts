import { asCrockford, isCrockford } from '../text/crockford'

/** A one-time sign-in code as it is handed over: 12 characters of Crockford base32, `ABCD-EFGH-JKMN`. */
export type InvitationCode = string & { readonly __brand: 'InvitationCode' }

export const invitationCodeLength = 12

/** Reads a code as typed. Nothing if its form is wrong. */
export function readInvitationCode(text: string): InvitationCode | undefined {
  const code = asCrockford(text)
  return code.length === invitationCodeLength && isCrockford(code) ? (code as InvitationCode) : undefined
}

/** In groups of four. */
export const groupInvitationCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

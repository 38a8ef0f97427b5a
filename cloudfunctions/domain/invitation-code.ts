/** A one-time sign-in code as it is handed over: 12 characters of Crockford base32, `ABCD-EFGH-JKMN`. */

export type InvitationCode = string & { readonly __brand: 'InvitationCode' }

/** Reads a code as typed: any case, spaces and hyphens ignored, O is 0, I and L are 1. Nothing if its form is wrong. */
export function readInvitationCode(text: string): InvitationCode | undefined {
  const code = text.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? (code as InvitationCode) : undefined
}

/** In groups of four. */
export const groupInvitationCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/**
 * The household code: `1` (key version) + 16 characters (10 random bytes) + 8 characters (5 bytes of HMAC-SM3),
 * all Crockford base32. 25 characters, an identifier and never a credential. Here only its form; the kernel signs it.
 */

export type CodeToken = string & { readonly __brand: 'CodeToken' }

export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const form = /^[1-9][0-9A-HJKMNP-TV-Z]{24}$/

/** Reads a token as typed or printed: any case, spaces and hyphens ignored, O is 0, I and L are 1. Nothing if its form is wrong. */
export function readCodeToken(text: string): CodeToken | undefined {
  const token = text.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return form.test(token) ? (token as CodeToken) : undefined
}

/** Finds the token in whatever a scanner hands over: a bare token, or an address ending in `/c/<token>`. */
export function tokenInScan(scanned: string): CodeToken | undefined {
  const inAddress = /\/c\/([^/?#]+)/.exec(scanned)
  return readCodeToken(inAddress ? inAddress[1]! : scanned)
}

/** In groups of five for print and reading aloud. */
export const groupToken = (token: CodeToken): string => token.replace(/(.{5})(?=.)/g, '$1 ')

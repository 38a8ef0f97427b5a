import { asCrockford, isCrockford } from '../text/crockford'
import { typedLine } from '../text/typed'

/**
 * The household code: `1` (key version) + 16 characters (10 random bytes) + 8 characters (5 bytes of HMAC-SM3),
 * all Crockford base32. 25 characters, an identifier and never a credential. Here only its form; the kernel signs it.
 */
export type CodeToken = string & { readonly __brand: 'CodeToken' }

/** Reads a token as typed or printed. Nothing if its form is wrong. */
export function readCodeToken(text: string): CodeToken | undefined {
  const token = asCrockford(text)
  return token.length === 25 && isCrockford(token) && /^[1-9]/.test(token) ? (token as CodeToken) : undefined
}

/** Finds the token in whatever a scanner hands over: a bare token, or an address ending in `/c/<token>`. */
export function tokenInScan(scanned: string): CodeToken | undefined {
  const inAddress = /\/c\/([^/?#]+)/.exec(typedLine(scanned))
  return readCodeToken(inAddress ? inAddress[1]! : scanned)
}

/** In groups of five for print and reading aloud. */
export const groupToken = (token: CodeToken): string => token.replace(/(.{5})(?=.)/g, '$1 ')

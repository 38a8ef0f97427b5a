import type { CodeToken } from '#domain/access/code-token'
import { tokenInScan } from '#domain/access/code-token'
import { typedCode } from '#domain/text/typed'

/** An identity number as typed, brought to its one form; nothing if it cannot be one. */
export function cleanIdNumber(typed: string): string | undefined {
  const clean = typedCode(typed).toUpperCase()
  return /^\d{17}[\dX]$/.test(clean) ? clean : undefined
}

/** Whom somebody means: by a card's number (typed or scanned) or an identity number. */
export function cardOrNumber(typed: string): { token: CodeToken } | { idNumber: string } | undefined {
  const idNumber = cleanIdNumber(typed)
  if (idNumber) return { idNumber }
  const token = tokenInScan(typed.trim())
  return token && { token }
}

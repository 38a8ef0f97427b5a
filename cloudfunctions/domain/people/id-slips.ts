/** Slips by which an identity number comes to be written wrong, and how far a number that was spoilt still tells which it was. */

/**
 * Whether the second text is the first with one slip of a typist: one character wrong, one left out, one too many, or two neighbours
 * swapped. Equal texts are none.
 */
export function isOneSlipFrom(right: string, written: string): boolean {
  if (right === written) return false
  const [shorter, longer] = right.length <= written.length ? [right, written] : [written, right]
  if (longer.length - shorter.length > 1) return false
  let from = 0
  while (from < shorter.length && shorter[from] === longer[from]) from++
  if (shorter.length < longer.length) return shorter.slice(from) === longer.slice(from + 1)
  if (shorter.slice(from + 1) === longer.slice(from + 1)) return true
  return shorter[from] === longer[from + 1] && shorter[from + 1] === longer[from] && shorter.slice(from + 2) === longer.slice(from + 2)
}

/**
 * Whether a number of 18 digits of which a spreadsheet kept the first 15 may have been this one. A number that ends in X was never taken
 * for a number.
 */
export const mayHaveBeen = (id: string, kept: string): boolean =>
  /^\d{18}$/.test(id) && /^\d{18}$/.test(kept) && id.slice(0, 15) === kept.slice(0, 15)

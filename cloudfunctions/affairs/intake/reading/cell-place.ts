const [beforeA, zero] = [64, 48]

/** B3 or $B$3 → row 2, column 1; nothing for what is no place. Every cell has one: a pattern takes twice as long. */
export function placeOf(reference = ''): { row: number; column: number } | undefined {
  if (reference.includes('$')) return placeOf(/^\$?[A-Z]+\$?\d+$/.test(reference) ? reference.replaceAll('$', '') : '')
  const { length } = reference
  let [at, column, row] = [0, 0, 0]
  for (; at < length && at < 3; at++) {
    const letter = reference.charCodeAt(at) - beforeA
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  const digits = length - at
  if (at === 0 || digits < 1 || digits > 7) return undefined
  for (; at < length; at++) {
    const digit = reference.charCodeAt(at) - zero
    if (digit < 0 || digit > 9) return undefined
    row = row * 10 + digit
  }
  return { row: row - 1, column: column - 1 }
}

/** So many texts are remembered: a list names its towns, programmes and months again and again. */
const slots = 4096

/**
 * Texts that come again are held once, and each with memory of its own: a part of a longer text, as a parser gives it, would hold on to
 * all of that.
 */
export function repeated(): (text: string) => string {
  const last: string[] = new Array<string>(slots).fill('')
  return (text) => {
    const { length } = text
    if (length === 0) return ''
    const sum = text.charCodeAt(0) * 31 + text.charCodeAt(length >> 1) * 131 + text.charCodeAt(length - 1) * 1031 + length
    const slot = (sum + (length > 1 ? text.charCodeAt(length - 2) * 211 : 0)) % slots
    const there = last[slot]!
    return there === text ? there : (last[slot] = standalone(text))
  }
}

/** Short texts are copied by the engine anyhow. */
export const standalone = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString())

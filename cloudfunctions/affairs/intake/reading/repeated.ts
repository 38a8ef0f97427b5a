/** So many texts are remembered: a list names its towns, programmes and months again and again. */
const slots = 4096

/**
 * Gives each text its number; one that came a short while ago has the same again. What is new is `kept`, with memory of its own: a part
 * of a longer text, as a parser gives it, would hold on to all of that.
 */
export function repeated(kept: (text: string) => number): (text: string) => number {
  const texts: string[] = new Array<string>(slots).fill('')
  const numbers = new Int32Array(slots)
  return (text) => {
    const slot = slotOf(text)
    if (texts[slot] === text && numbers[slot] !== 0) return numbers[slot]!
    const own = standalone(text)
    texts[slot] = own
    return (numbers[slot] = kept(own))
  }
}

function slotOf(text: string): number {
  const { length } = text
  if (length === 0) return 0
  return (
    (text.charCodeAt(0) * 31 +
      text.charCodeAt(length >> 1) * 131 +
      text.charCodeAt(length - 1) * 1031 +
      (length > 1 ? text.charCodeAt(length - 2) * 211 : 0) +
      length) %
    slots
  )
}

/** Short texts are copied by the engine anyhow. */
export const standalone = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString())

import type { Reading } from '#domain/text/search'

let known: Promise<Reading> | undefined

/** How Chinese is read, from dictionaries that only a search needs: they are unpacked at the first one. */
export const chineseReading = (): Promise<Reading> => (known ??= load())

async function load(): Promise<Reading> {
  const [{ Converter }, { pinyin }] = await Promise.all([import('opencc-js/t2cn'), import('pinyin-pro')])
  const read = new Map<string, string[]>()
  const syllables = (text: string): string[] => {
    const before = read.get(text)
    if (before) return before
    // Titles, first lines and known words: few, and seldom new. What villagers type is not kept here.
    if (read.size > 2000) read.clear()
    const now = pinyin(text, { toneType: 'none', type: 'array', v: true }).map((one) => one.toLowerCase())
    read.set(text, now)
    return now
  }
  return { simplified: Converter({ from: 't', to: 'cn' }), syllables }
}

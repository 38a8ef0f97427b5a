import type { Described } from '#domain/people/alike/described'

/** How names are read. */
export type Sounds = (name: string) => Described['sounds']

let known: Promise<Sounds> | undefined

/** How characters are read, each by all its readings, without tones; from a dictionary that is unpacked at the first comparison. */
export const chineseSounds = (): Promise<Sounds> => (known ??= load())

async function load(): Promise<Sounds> {
  const { polyphonic } = await import('pinyin-pro')
  const read = new Map<string, readonly string[]>()
  const readingsOf = (character: string): readonly string[] => {
    const before = read.get(character)
    if (before) return before
    const [now = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
    read.set(character, now)
    return now
  }
  return (name) => [...name].map(readingsOf)
}

import { appendFileSync, closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs'
import { dirname } from 'node:path'

/** The checkpoint notes in a text that people may have mailed about: one after the other; anything between them is passed over. */
export const notesIn = (text: string): string[] => text.replaceAll('\r\n', '\n').match(/^\S+\n\d+\n(?:.+\n)+\n(?:— .+\n)+/gm) ?? []

/** The size that a note speaks of. */
export const sizeIn = (note: string): number => Number(note.split('\n')[1])

/** The notes in a file; it must hold at least one. */
export function readNotes(file: string): string[] {
  if (!existsSync(file)) throw new Error(`没有这个文件：${file}`)
  const notes = notesIn(readFileSync(file, 'utf8'))
  if (notes.length === 0) throw new Error(`${file} 里没有存证。存证的样子，见 npm run audit:verify -- --json 里的 note。`)
  return notes
}

/** The notes that a witness file holds; none before the first. */
export const readWitness = (file: string): string[] => (existsSync(file) ? notesIn(readFileSync(file, 'utf8')) : [])

/**
 * The last checkpoint's note that a witness file holds, read from the file's end: it grows all the time. A word between
 * checkpoints is passed over.
 */
export function lastNote(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  const file = openSync(path, 'r')
  try {
    const end = Buffer.alloc(tailBytes)
    const read = readSync(file, end, 0, tailBytes, Math.max(0, fstatSync(file).size - tailBytes))
    return notesIn(end.toString('utf8', 0, read))
      .filter((note) => !isWord(note))
      .at(-1)
  } finally {
    closeSync(file)
  }
}

/** True for a note that says the same size once more, with how many records there should be: no checkpoint in the database has it. */
const isWord = (note: string): boolean => note.includes(`\nprevious ${sizeIn(note)}\n`)

/** Several notes, whose lines are all of bounded length. */
const tailBytes = 16_384

export function appendToWitness(file: string, note: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  appendFileSync(file, `${note}\n`, { mode: 0o600 })
}

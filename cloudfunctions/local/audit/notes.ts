import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

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

/** The local witness: the notes of all checkpoints, beside the database and not in it. */
export const witnessFile = (dataPath: string): string => join(dataPath, 'checkpoints.txt')

/** The notes that the local witness holds; none before the first. */
export const readWitness = (dataPath: string): string[] =>
  existsSync(witnessFile(dataPath)) ? notesIn(readFileSync(witnessFile(dataPath), 'utf8')) : []

/** The note that the local witness holds last, read from the file's end: it grows by one a minute. */
export function lastNote(dataPath: string): string | undefined {
  if (!existsSync(witnessFile(dataPath))) return undefined
  const file = openSync(witnessFile(dataPath), 'r')
  try {
    const end = Buffer.alloc(tailBytes)
    const read = readSync(file, end, 0, tailBytes, Math.max(0, fstatSync(file).size - tailBytes))
    return notesIn(end.toString('utf8', 0, read)).at(-1)
  } finally {
    closeSync(file)
  }
}

/** More than one note, whose lines are all of bounded length. */
const tailBytes = 4096

export const appendToWitness = (dataPath: string, note: string): void => appendFileSync(witnessFile(dataPath), `${note}\n`, { mode: 0o600 })

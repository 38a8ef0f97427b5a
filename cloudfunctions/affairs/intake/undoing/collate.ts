import { journalIds } from '#store/intake/journal'
import type { AtWork } from '#kernel/jobs/kind'
import { fingerprintOf, namedIn, readPart } from './journal'

type On = Pick<AtWork, 'db' | 'keys'>

/** What an import did to one document, over its whole journal. */
interface Touched {
  /** Where in the journal it stands as it was before the import; of one that was not there, where it was added. */
  part: number
  added: boolean
  /** The fingerprints of how it was, and of whatever the import left. */
  was: string
  lefts: string[]
}

/** An import's journal as a whole. */
export interface Collated {
  parts: string[]
  /** By collection and id. */
  touched: Map<string, Map<string, Touched>>
  /** The ids of the persons whom the file names. */
  named: Set<string>
}

const gone = 'gone'

/** A fingerprint, also of nothing. */
export const printOf = (of: string, document: Parameters<typeof fingerprintOf>[1]): string => fingerprintOf(of, document) ?? gone

/** Reads a journal through, part by part, keeping of each document its fingerprints only. */
export async function collate(on: On, importId: string): Promise<Collated> {
  const parts = await journalIds(on.db, importId)
  const states = new Map<string, Map<string, { befores: { part: number; print: string }[]; lefts: string[] }>>()
  const named = new Set<string>()
  for (const [part, partId] of parts.entries()) {
    const read = await readPart(on, partId)
    if (!read) continue
    if (read.of === namedIn) {
      for (const { id } of read.entries) named.add(id)
      continue
    }
    const own = states.get(read.of) ?? new Map<string, { befores: { part: number; print: string }[]; lefts: string[] }>()
    states.set(read.of, own)
    for (const { id, before, left } of read.entries) {
      const state = own.get(id) ?? { befores: [], lefts: [] }
      own.set(id, state)
      state.befores.push({ part, print: printOf(read.of, before) })
      state.lefts.push(left ?? gone)
    }
  }
  const touched = new Map<string, Map<string, Touched>>()
  for (const [of, own] of states)
    touched.set(of, new Map([...own].map(([id, { befores, lefts }]) => [id, touchedBy(befores, lefts)] as const)))
  return { parts, touched, named }
}

/**
 * How it was: the first state that the import found and had not left itself. A chunk that was cut off and done again finds what it had
 * written; one that was to be added and was there already, by somebody else, is theirs.
 */
function touchedBy(befores: { part: number; print: string }[], lefts: string[]): Touched {
  const others = befores.filter(({ print }) => !lefts.includes(print))
  const { part, print } = others.find((one) => one.print !== gone) ?? others[0] ?? befores[0]!
  return { part, added: print === gone, was: print, lefts }
}

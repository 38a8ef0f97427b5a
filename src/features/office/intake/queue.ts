import type { Look } from '#contract/intake/look'
import { sayTrouble } from '../../../services/desk/office-call'
import type { Chosen } from './dropped'
import { partsOf, readPart } from './read-parts'

/** How far a file is on its way. */
type Stage =
  | { state: 'waiting' | 'gone' }
  | { state: 'sending'; sent: number; parts: number }
  | { state: 'looking'; sha256: string }
  | { state: 'looked'; sha256: string; look: Look }
  /** In already: by an earlier file that was the same, or just now. */
  | { state: 'there' | 'taken'; sha256: string }
  | { state: 'fault'; fault: string }

/** A file on its way to the server. */
export type QueuedFile = { id: string; path: string; size: number } & Stage

/** What the queue asks of the server. */
export interface Asks {
  upload(part: { upload: string; fileName: string; part: number; parts: number; base64: string }): Promise<Uploaded>
  /** Reads it and tries it out on the server; answers when that is done. */
  look(sha256: string): Promise<Look>
}
interface Uploaded {
  sha256?: string
  /** This very file was taken in before. */
  seenBefore?: boolean
}

/** Files that were dropped, sent one after the other: one that cannot be taken in never keeps the next from it. */
export interface Queue {
  files(): readonly QueuedFile[]
  subscribe(told: () => void): () => void
  add(chosen: readonly Chosen[]): void
  again(id: string): void
  forget(id: string): void
  /** What was understood anew, after an answer. */
  setLook(sha256: string, look: Look): void
  /** It was asked to be taken in. */
  setTaken(sha256: string): void
}

/** Larger than any department's file. */
const mostBytes = 100 * 1024 * 1024

export function newQueue(asks: Asks, newId: () => string = randomId): Queue {
  let files: readonly QueuedFile[] = []
  const held = new Map<string, File>()
  const listeners = new Set<() => void>()
  let working = false

  const change = (next: readonly QueuedFile[]): void => {
    files = next
    for (const told of listeners) told()
  }
  const set = (id: string, now: Stage): void =>
    change(files.map((file) => (file.id === id ? { id, path: file.path, size: file.size, ...now } : file)))

  const setBy = (sha256: string, now: Stage): void => {
    for (const file of files) if ('sha256' in file && file.sha256 === sha256) set(file.id, now)
  }

  async function send(id: string, path: string, file: File): Promise<Uploaded> {
    const fileName = nameOf(path)
    const parts = partsOf(file.size)
    let last: Uploaded = {}
    for (let part = 0; part < parts; part++) {
      if (!files.some((one) => one.id === id)) return {}
      set(id, { state: 'sending', sent: part, parts })
      last = await asks.upload({ upload: id, fileName, part, parts, base64: await readPart(file, part) })
    }
    return last
  }

  async function take({ id, path }: QueuedFile): Promise<void> {
    const file = held.get(id)
    if (!file) return set(id, { state: 'gone' })
    if (file.size > mostBytes) return set(id, { state: 'fault', fault: '这个文件太大了，不像部门报表。请分乡镇拆成几个文件，再放进来。' })
    try {
      const { sha256, seenBefore } = await send(id, path, file)
      if (sha256 === undefined) return
      if (seenBefore) return set(id, { state: 'there', sha256 })
      set(id, { state: 'looking', sha256 })
      set(id, { state: 'looked', sha256, look: await asks.look(sha256) })
    } catch (error) {
      set(id, { state: 'fault', fault: sayFault(error) })
    }
  }

  async function work(): Promise<void> {
    if (working) return
    working = true
    for (;;) {
      const next = files.find(({ state }) => state === 'waiting')
      if (!next) break
      await take(next)
    }
    working = false
  }

  return {
    files: () => files,
    subscribe(told) {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    add(chosen) {
      const fresh = chosen.map(({ path, file }) => {
        const id = newId()
        held.set(id, file)
        return { id, path, size: file.size, state: 'waiting' as const }
      })
      change([...files, ...fresh])
      void work()
    },
    again(id) {
      set(id, { state: 'waiting' })
      void work()
    },
    forget(id) {
      held.delete(id)
      change(files.filter((file) => file.id !== id))
    },
    setLook: (sha256, look) => setBy(sha256, { state: 'looked', sha256, look }),
    setTaken: (sha256) => setBy(sha256, { state: 'taken', sha256 }),
  }
}

/** The last part of a path. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const sayFault = (error: unknown): string =>
  error instanceof DOMException
    ? '这个文件读不出来：它可能正被别的程序打开着、被移走了或者改过。请关掉打开它的程序，再放进来一次。'
    : (sayTrouble(error instanceof Error ? error : new Error(String(error))) ?? '')

/** As a UUID of version 4 is written; `crypto.randomUUID` is missing where the intranet has no TLS. */
function randomId(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, i) =>
    (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  ).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

import type { RegisterEventKind, RegisterFact } from '#domain/register/events'
import { placeOfEvent } from '#domain/register/order'
import { monthOf, type Month } from '#domain/time/dates'
import { mac, versionsOf, type Keys } from '../seal/keys'
import { append, emptyFrontier, leafHash, rootOf } from './merkle'
import { openNote } from './open-note'

/**
 * The balance of the register as a log that everybody may check without a name. A line says what came about or was taken back, its kind,
 * its month, and whose it is as a commitment that only the county's key makes:
 *
 *     + recognised 2026-10 1f0c9a…
 *     - recognised 2026-10 1f0c9a…   (a list that came late says otherwise)
 *
 * No village, category, household or day: in a village of nine people nobody is told from their neighbours by it.
 */
const balanceKinds = ['recognised', 'restored', 'exited', 'died'] as const
export type BalanceKind = (typeof balanceKinds)[number]

export const isCounted = (kind: RegisterEventKind): kind is BalanceKind => (balanceKinds as readonly string[]).includes(kind)

export const lineOf = (keys: Keys, event: RegisterFact, act: '+' | '-' = '+'): string => {
  const month = event.decidedAt === undefined ? monthOf(event.on) : monthOf(placeOfEvent(event).day)
  return `${act} ${event.kind} ${month} ${whoseOf(keys, event.personId)}`
}

/** Of a person, the same in all lines and telling nothing: without the root key nobody makes it from an identity number. */
const whoseOf = (keys: Keys, personId: string): string =>
  mac(keys, 'register', personId, versionsOf(keys)[0]).subarray(0, 12).toString('hex')

/** What a log of lines comes to. */
export interface Balance {
  size: number
  root: string
  counts: Record<BalanceKind, number>
  onRegister: number
}

/** What is wrong with a log: in which line (from 1), where one can be told. */
export interface BalanceFault {
  fault: 'signature' | 'size' | 'root' | 'earlier' | 'form' | 'taken-back' | 'twice' | 'never-came'
  line?: number
}

export interface Published {
  /** The public key, the newest signed note, and every line. */
  key: string
  note: string
  lines: string[]
}

/**
 * Checks a published log with what anybody holds: it is what was signed; nothing in it is otherwise than in the notes kept from earlier;
 * nobody is counted twice or leaves twice. Gives what it comes to.
 */
export function checkBalance({ key, note, lines }: Published, kept: readonly string[] = []): Balance | BalanceFault {
  const signed = openNote(key, note)
  if (!signed) return { fault: 'signature' }
  const counted = countLines(lines)
  if ('fault' in counted) return counted
  if (signed.size !== lines.length) return { fault: 'size' }
  const earlier = kept.map((one) => openNote(key, one))
  if (earlier.some((one) => !one || one.size > lines.length)) return { fault: 'earlier' }
  const wanted = new Map(earlier.map((one) => [one!.size, one!.root]))
  let tree = emptyFrontier
  for (const [i, line] of lines.entries()) {
    tree = append(tree, leafHash(line))
    const root = wanted.get(i + 1)
    if (root !== undefined && root !== rootOf(tree).toString('hex')) return { fault: 'earlier', line: i + 1 }
  }
  const root = rootOf(tree).toString('hex')
  return root === signed.root ? { ...counted, root } : { fault: 'root' }
}

const form = /^([+-]) (recognised|restored|exited|died) (\d{4}-\d{2}) ([0-9a-f]{24})$/

/** Counts what stands, and sees that for each commitment coming and leaving take turns, month by month. */
function countLines(lines: readonly string[]): Omit<Balance, 'root'> | BalanceFault {
  const standing = new Map<string, number[]>()
  for (const [i, line] of lines.entries()) {
    if (!form.test(line)) return { fault: 'form', line: i + 1 }
    const said = line.slice(2)
    const at = standing.get(said) ?? []
    if (line.startsWith('+')) standing.set(said, [...at, i + 1])
    else if (at.length === 0) return { fault: 'taken-back', line: i + 1 }
    else standing.set(said, at.slice(0, -1))
  }
  const counts = { recognised: 0, restored: 0, exited: 0, died: 0 }
  const of = new Map<string, { month: Month; change: 1 | -1; line: number }[]>()
  for (const [said, at] of standing)
    for (const line of at) {
      const [kind, month, whose] = said.split(' ') as [BalanceKind, Month, string]
      counts[kind]++
      const change = kind === 'recognised' || kind === 'restored' ? 1 : -1
      of.set(whose, [...(of.get(whose) ?? []), { month, change, line }])
    }
  for (const own of of.values()) {
    const turns = own.sort((a, b) => a.month.localeCompare(b.month))
    let sum = 0
    for (const [i, { month, change, line }] of turns.entries()) {
      sum += change
      // What happened within one month takes turns in it, in whichever order.
      if (turns[i + 1]?.month === month) continue
      if (sum > 1) return { fault: 'twice', line }
      if (sum < 0) return { fault: 'never-came', line }
    }
  }
  return { size: lines.length, counts, onRegister: counts.recognised + counts.restored - counts.exited - counts.died }
}

import { registerOriginOf, signCheckpoint } from '#kernel/record/checkpoint-note'
import { isCounted, lineOf } from '#kernel/record/balance'
import { append, emptyFrontier, leafHash, rootOf } from '#kernel/record/merkle'
import type { On } from '#kernel/call/on'
import type { Keys } from '#kernel/seal/keys'
import type { Db } from '#store/db/collection'
import { pages } from '#store/db/read'
import { events } from '#store/people/register'
import { addLines, balanceLines, dropLinesAfter, latestBalance, type BalanceLeaf } from '#store/record/balance'
import { numbered } from '#store/record/checkpoints'

/** What each event that counts says now, by its id. */
export async function linesOfEvents(db: Db, keys: Keys): Promise<Map<string, string>> {
  const lines = new Map<string, string>()
  for await (const page of pages(db, events, { kind: { $in: ['recognised', 'restored', 'exited', 'died'] } }))
    for (const event of page) if (!event.repeats && isCounted(event.kind)) lines.set(event._id, lineOf(keys, event))
  return lines
}

/**
 * Writes into the published log what has come about on the register since, and takes back what no longer follows from what was said; the
 * lines of one time stand in the order of their own texts, which tells nothing. Signs a checkpoint where there is anything new.
 */
export async function chainBalance({ db, keys, county, moment }: Pick<On, 'db' | 'keys' | 'county' | 'moment'>): Promise<number> {
  const previous = (await latestBalance(db))?.size ?? 0
  await dropLinesAfter(db, previous)
  let tree = emptyFrontier
  const standing = new Map<string, string>()
  for await (const page of balanceLines(db, previous))
    for (const { line, eventId } of page) {
      tree = append(tree, leafHash(line))
      if (line.startsWith('+')) standing.set(eventId, line)
      else standing.delete(eventId)
    }
  const now = await linesOfEvents(db, keys)
  const gone = [...standing].filter(([id, line]) => now.get(id) !== line).map(([id, line]) => ({ eventId: id, line: `-${line.slice(1)}` }))
  const came = [...now].filter(([id, line]) => standing.get(id) !== line).map(([eventId, line]) => ({ eventId, line }))
  const byText = (a: { line: string }, b: { line: string }) => (a.line < b.line ? -1 : a.line > b.line ? 1 : 0)
  const fresh: BalanceLeaf[] = [...gone.sort(byText), ...came.sort(byText)].map((one, i) => ({ _id: numbered(previous + i + 1), ...one }))
  if (fresh.length === 0) return 0
  for (const { line } of fresh) tree = append(tree, leafHash(line))
  const note = signCheckpoint(keys, registerOriginOf(county), {
    ...{ size: tree.size, root: rootOf(tree).toString('hex'), at: moment.iso, upTo: moment.iso, previous },
  })
  await addLines(db, fresh, { size: tree.size, previous, note })
  return fresh.length
}

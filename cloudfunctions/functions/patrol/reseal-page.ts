import { Refusal } from '#kernel/call/errors'
import { renew, type Renewal } from '#kernel/seal/renew'
import { versionOf } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import type { Collection, Filter, Stored } from '#store/db/collection'
import { find, findById } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { update } from '#store/db/write'

/** What became of a page: documents seen, brought over, and left as they were. `last` is the last one's `_id`. */
export interface Page {
  seen: number
  resealed: number
  left: number
  last?: string
}

type Outcome = 'resealed' | 'left' | 'closed'

/** Brings the next documents of an older key version to the newest, in the order of their `_id`. */
export async function resealPage(on: On, of: Collection<Stored>, older: Filter, after: string, limit: number): Promise<Page> {
  const page = await find(on.db, of, { $and: [{ _id: { $gt: after } }, older] }, { order: [['_id', 'asc']], limit })
  const outcomes: Outcome[] = []
  await inTurns(page, 8, async (document) => {
    outcomes.push(await resealOne(on, of, document))
  })
  const closed = outcomes.filter((outcome) => outcome === 'closed').length
  // One that does not open was damaged; a whole page of them means that the key is wrong.
  if (closed > 0 && closed === page.length) throw keyWrong(of.name, oldestIn(of, page[0]!))
  const resealed = outcomes.filter((outcome) => outcome === 'resealed').length
  return { seen: page.length, resealed, left: page.length - resealed, ...(page.length > 0 && { last: page.at(-1)!._id }) }
}

/** Writes only over what was read: a document that somebody changed meanwhile is looked at again. */
async function resealOne(on: On, of: Collection<Stored>, document: Stored): Promise<Outcome> {
  const renewal = renewed(on, of, document)
  if (!renewal) return 'closed'
  const { before, after, left } = renewal
  const written = Object.keys(after).length === 0 || (await writeOver(on, of, document, before, after))
  if (written === 'taken') return 'left'
  if (written) return left ? 'left' : 'resealed'
  const now = await findById(on.db, of, document._id)
  return now ? resealOne(on, of, now) : 'resealed'
}

function renewed({ keys }: On, of: Collection<Stored>, document: Stored): Renewal | undefined {
  try {
    return renew(keys, of, document)
  } catch (error) {
    if (error instanceof Refusal) throw error
    return undefined
  }
}

/** False when the document is no longer as it was read; `taken` when another one has the index that it would get. */
async function writeOver({ db }: On, of: Collection<Stored>, { _id }: Stored, before: Filter, after: Filter): Promise<boolean | 'taken'> {
  try {
    return (await update(db, of, { _id, ...before }, { $set: after })) > 0
  } catch (error) {
    if ((error as { code?: string }).code === 'DATABASE_DUPLICATE_WRITE') return 'taken'
    throw error
  }
}

/** The oldest key version in a document. */
const oldestIn = ({ keyed }: Collection<Stored>, document: Stored): string =>
  Object.keys(keyed)
    .flatMap((field) => versionOf((document as unknown as Record<string, unknown>)[field]) ?? [])
    .sort()[0] ?? '?'

const keyWrong = (name: string, version: string) =>
  new Refusal(
    'internal',
    `${name} 里用第 ${version} 版根密钥封存的内容打不开：ROOT_KEYS 里的第 ${version} 版和当初的不一样。什么都没有改动。请找回原来的第 ${version} 版，再做一次。`,
  )

import type { FileKind } from '#contract/intake/file-kinds'
import { seal } from '#kernel/seal/seal'
import type { Collection, Stored } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { put, remove } from '#store/db/write'
import { statements, type SaidOf, type Statement } from '#store/people/statements'
import { digestOf } from './documents'
import { follow } from './follow'
import type { Named } from './people'
import type { Writing, Written } from './writing'

/** What a row says of a person, in a kind's own words. */
export type Says = Named & Pick<SaidOf, 'category' | 'phone' | 'card'>

/** Of a row with a person's name and village: a worker's phone in it is not theirs. */
export const saysPlainly = ({ id, name, home, at }: Named): Says[] => [{ id, name, home, at }]

/**
 * Keeps what a file's rows say of people beside what other files say. Of several rows about one person the first counts; of those none of
 * which stands (`silent`: a later version says otherwise) nothing is kept.
 */
export async function keepStated(to: Writing, kind: FileKind, says: Says[], { personIds, silent }: Written): Promise<void> {
  const kept = new Map<string, Statement>()
  for (const { id, name, home, category, phone, card, at } of says) {
    const personId = personIds.get(id)
    if (personId === undefined || kept.has(personId) || silent?.has(personId)) continue
    const said: SaidOf = { name, ...(home && { home }), ...(category && { category }), ...(phone && { phone }), ...(card && { card }) }
    kept.set(personId, {
      ...{ _id: idOf(to.importId, personId), digest: digestOf(to.keys, said), personId, kind, agency: to.agencyId ?? '' },
      saidSealed: seal(to.keys, JSON.stringify(said)),
      ...{ sheet: at.sheet, row: at.row, saidOn: to.spokenOn, ...(to.statedOn === null && { undated: true as const }) },
      ...{ importId: to.importId, importedAt: to.importedAt },
    })
  }
  const { same } = await put(to.db, statements, [...kept.values()])
  await follow(to, statements, same)
}

/** A row that is gone takes what it said with it, unless its file has another about the same person. */
export async function dropStated<T extends Stored>({ db }: Writing, of: Collection<T>, importId: string, gone: T[]): Promise<void> {
  const ids = gone.flatMap((document) => (document as { personId?: string }).personId ?? [])
  const staying = (await findIn(db, of, 'personId', ids, ['personId'], { importId })) as { personId?: string }[]
  const left = new Set(staying.map(({ personId }) => personId))
  const dropped = ids.filter((id) => !left.has(id)).map((id) => idOf(importId, id))
  if (dropped.length > 0) await remove(db, statements, { _id: { $in: dropped } })
}

/** The person's id is a MAC of theirs: nobody can guess it. */
const idOf = (importId: string, personId: string): string => `${importId.slice(0, 24)}.${personId}`

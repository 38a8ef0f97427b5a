import { open } from '#kernel/seal/seal'
import { collections } from '#store/all'
import { findEach } from '#store/db/read'
import type { Cloud } from '../harness/cloud'

/** Every document of the store by `collection/id`, its fields in order, with what is sealed opened: two contents can be compared. */
export async function contentsOf({ db, keys }: Pick<Cloud, 'db' | 'keys'>, leftOut: string[] = []): Promise<Map<string, string>> {
  const lists = await Promise.all(
    collections
      .filter(({ name }) => !leftOut.includes(name))
      .map(async (of) =>
        (await findEach(db, of, {})).map((document) => [`${of.name}/${document._id}`, textOf(keys, of.name, document)] as const),
      ),
  )
  return new Map(lists.flat())
}

/** A document as text that does not depend on the order of its fields nor on sealing's chance. */
export function textOf(keys: Cloud['keys'], name: string, document: object): string {
  const { keyed } = collections.find((of) => of.name === name)!
  const opened = Object.entries(document)
    // When an import ended is nobody's data.
    .filter(([field]) => !(name === 'imports' && field === 'ended'))
    .map(([field, value]: [string, unknown]) =>
      // Who looks after a household is a set: those added at once stand in any order.
      field === 'helpers'
        ? [field, [...(value as string[])].sort()]
        : keyed[field]?.as === 'sealed' && typeof value === 'string'
          ? [field, open(keys, value)]
          : [field, value],
    )
  return JSON.stringify(Object.fromEntries(opened.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)) as [string, unknown][]))
}

/** What differs: each document as it was and as it is; nothing where it is not there. */
export function differences(
  before: Map<string, string>,
  after: Map<string, string>,
): Record<string, [string | undefined, string | undefined]> {
  const all = [...new Set([...before.keys(), ...after.keys()])].sort()
  return Object.fromEntries(all.filter((id) => before.get(id) !== after.get(id)).map((id) => [id, [before.get(id), after.get(id)]]))
}

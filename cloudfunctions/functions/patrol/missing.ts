import type { Announced } from '#kernel/record/audit-writer'
import { audit } from '#store/record/audit'
import { pageLimit, type Db } from '#store/db/collection'
import { find } from '#store/db/read'

/** Up to which number each writer's records were found to be there. One process has one writer. */
const found = new Map<string, number>()

/** Numbers that a writer has written since it was last asked after and that are not in the database, nor told of as never written. */
export async function missingOf(db: Db, { writer, n }: Announced): Promise<number[]> {
  const from = found.get(writer) ?? 0
  const there = new Set<number>()
  for (let after = from, full = true; full;) {
    const page = await find(
      db,
      audit,
      { 'seal.writer': writer, 'seal.n': { $gt: after } },
      { order: [['seal.n', 'asc']], fields: ['seal'] },
    )
    for (const { seal } of page)
      for (const number of [seal!.n, ...seal!.without.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i))])
        there.add(number)
    full = page.length === pageLimit
    after = page.at(-1)?.seal!.n ?? after
  }
  found.set(writer, n)
  return Array.from({ length: n - from }, (_, i) => from + 1 + i).filter((number) => !there.has(number))
}

import type { AtWork } from '#kernel/jobs/kind'
import type { Filter } from '#store/db/collection'
import { findEach, findIn, pages } from '#store/db/read'
import { inParts } from '#store/db/turns'
import { remove } from '#store/db/write'
import { likenesses } from '#store/people/likenesses'
import { personMarks } from '#store/people/marks'
import { persons } from '#store/people/register'
import { compareAll, letGo } from '../persons/find-alike'
import { keepTogether } from '../persons/keep-together'
import { unmarked } from '../persons/marks'
import type { Watch } from './watch'

/** So many people are looked at, or forgotten, at a time. */
const together = 500

/**
 * Who was written down anew, or otherwise than before, by whatever road, is compared with all others: what is alike waits as “可能是同一个人” for
 * somebody at the desk, and is no alert until then. A scope is a sixteenth of the people, by the first character of their ids.
 */
export const likenessWatch: Watch = {
  detectors: [],
  scopes: () => Promise.resolve(Array.from({ length: 16 }, (_, i) => i.toString(16))),
  async look(on, scope) {
    const here = { _id: { $gte: scope, $lt: `${scope}~` } }
    const there = new Set<string>()
    for await (const page of pages(on.db, persons, here, { fields: ['name', 'birth', 'householdId', 'sameAs'], size: together })) {
      for (const { _id } of page) there.add(_id)
      await compareAll(on, await unmarked(on, page))
    }
    await forget(on, here, there)
    if (scope === '0') await keepTogether(on.db)
    return {}
  },
}

/** Whoever is there no more (a file was taken back) is like nobody. */
async function forget(on: AtWork, here: Filter, there: ReadonlySet<string>): Promise<void> {
  const gone = (await findEach(on.db, personMarks, here, ['_id'])).map(({ _id }) => _id).filter((id) => !there.has(id))
  for (const one of await findIn(on.db, likenesses, 'personIds', gone, ['_id'])) await letGo(on, one._id)
  for (const part of inParts(gone, together)) await remove(on.db, personMarks, { _id: { $in: part } })
}
